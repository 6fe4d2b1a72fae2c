package pokemon.png.pixel;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import pokemon.png.chunk.BadImageException;
import pokemon.png.chunk.ChunkOrderValidator.Chunks;
import pokemon.png.chunk.Tolerance;

/**
 * Inflates the zlib stream of the IDAT chunks and checks that it is exactly what the header promises (PNG 3rd edition,
 * 10 and 13.5).
 *
 * <p>The stream passes through one small buffer, so a file that inflates to gigabytes takes no more memory.
 */
public final class PixelDataValidator {
    /** Each thread keeps its inflater, which is large and slow to make. */
    private static final ThreadLocal<PixelInflater> INFLATERS = ThreadLocal.withInitial(JavaInflater::new);

    /** Zlib takes the first image: interpreted, the Java inflater takes ten times as long. Meanwhile it is compiled. */
    private static final AtomicBoolean FIRST = new AtomicBoolean(true);

    private PixelDataValidator() {}

    /** How many inflated bytes come after the pixels, and how many bytes of the chunks after the stream. */
    public record Rest(long surplus, long unused) {}

    /** Inflates everything and keeps the inflated bytes, if wanted and not more than expected. */
    public static Rest check(byte[] bytes, Chunks chunks, Optional<StoredPng> kept, Tolerance tolerance)
            throws BadImageException {
        PixelInflater inflater = FIRST.getAndSet(false) ? new JdkInflater() : INFLATERS.get();
        try {
            inflater.begin(bytes, chunks.dataStart(), chunks.dataEnd());
            long surplus = inflate(inflater, chunks, kept, tolerance);
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
            inflater.release();
        }
    }

    /** Inflates up to the checksum at the end of the stream, but not more than about twice the expected bytes. */
    private static long inflate(PixelInflater inflater, Chunks chunks, Optional<StoredPng> kept, Tolerance tolerance)
            throws BadImageException {
        ScanlineValidator scanlines = ScanlineValidator.of(chunks);
        long expected = chunks.header().inflatedSize();
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
