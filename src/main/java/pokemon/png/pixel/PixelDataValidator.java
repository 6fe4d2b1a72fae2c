package pokemon.png.pixel;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import pokemon.png.chunk.BadImageException;
import pokemon.png.chunk.Tolerance;

/**
 * Inflates the zlib stream that the IDAT chunks hold and checks that it is exactly what the header promises (PNG 3rd
 * edition, 10 and 13.5).
 *
 * <p>The stream passes through one small buffer, so that a file that inflates to gigabytes costs no memory, and the
 * first surplus piece ends the check.
 */
public final class PixelDataValidator {
    /** Each thread that checks images keeps what it inflates with, which is large and slow to make. */
    private static final ThreadLocal<PixelInflater> INFLATERS = ThreadLocal.withInitial(JavaInflater::new);

    /** Interpreted, the Java inflater takes ten times as long; one image is enough to have it compiled. */
    private static final AtomicBoolean FIRST = new AtomicBoolean(true);

    private final byte[] bytes;
    private final int start;
    private final int end;

    /** Takes the place of the IDAT chunks, which follow each other directly. */
    public PixelDataValidator(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
    }

    /**
     * What is left when all pixels were seen.
     *
     * @param surplus how many bytes the stream inflates to beyond them
     * @param unused how many bytes of the chunks come after the stream
     */
    public record Rest(long surplus, long unused) {}

    /**
     * Inflates everything.
     *
     * @param kept gets what the stream inflates to, unless that is more than expected
     */
    public Rest check(long expected, ScanlineValidator scanlines, Optional<StoredPng> kept, Tolerance tolerance)
            throws BadImageException {
        PixelInflater inflater = FIRST.getAndSet(false) ? new JdkInflater() : INFLATERS.get();
        try {
            inflater.begin(bytes, start, end);
            long surplus = inflate(inflater, expected, scanlines, kept, tolerance);
            if (surplus == 0) {
                kept.ifPresent(pixels -> pixels.end(inflater.adler()));
            }
            long unused = inflater.unused();
            if (unused > 0) {
                tolerance.forgive(new BadImageException(
                        "the pixel data is followed by " + BadImageException.bytes(unused, "unused ")));
            }
            return new Rest(surplus, unused);
        } finally {
            // This image's bytes are let go.
            inflater.release();
        }
    }

    /** Goes on to the end of a stream, whose checksum is there, but not without a limit. */
    private static long inflate(
            PixelInflater inflater,
            long expected,
            ScanlineValidator scanlines,
            Optional<StoredPng> kept,
            Tolerance tolerance)
            throws BadImageException {
        long limit = expected + Math.max(expected, 2 * PixelInflater.PIECE);
        long total = 0;
        for (int count = inflater.next(); count >= 0; count = inflater.next()) {
            int pixels = (int) Math.max(0, Math.min(count, expected - total));
            scanlines.accept(inflater.buffer(), inflater.offset(), pixels);
            kept.ifPresent(keeper -> keeper.accept(inflater.buffer(), inflater.offset(), pixels));
            if (total <= expected && total + count > expected) {
                tolerance.forgive(new BadImageException(
                        "the pixel data is longer than the " + BadImageException.bytes(expected) + " of the size"));
            }
            total += count;
            if (total > limit) {
                throw new BadImageException("the pixel data is more than twice as long as the size says");
            }
        }
        if (total < expected) {
            throw new BadImageException(
                    "the pixel data has " + BadImageException.bytes(total) + " instead of " + expected);
        }
        return total - expected;
    }
}
