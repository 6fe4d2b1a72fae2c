package pokemon.png;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates the zlib stream that the IDAT chunks hold and checks that it is exactly what the header promises (PNG 3rd
 * edition, 10 and 13.5).
 *
 * <p>The stream passes through one small buffer, so that a file that inflates to gigabytes costs no memory, and the
 * first surplus byte ends the check.
 */
final class PixelStream {
    /** Each thread that checks images keeps what it inflates with, which is large and dear to make anew. */
    private static final ThreadLocal<Workspace> WORKSPACES = ThreadLocal.withInitial(Workspace::new);

    private final byte[] bytes;
    private final int end;
    private int position;

    /** Takes the place of the IDAT chunks, which follow each other directly. */
    PixelStream(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    /**
     * What is left when all pixels were seen.
     *
     * @param surplus how many bytes the stream inflates to beyond them
     * @param unused how many bytes of the chunks come after the stream
     */
    record Rest(long surplus, long unused) {}

    /** Inflates everything; may be called once. */
    Rest check(long expected, ScanlineCheck scanlines, Tolerance tolerance) throws BadImageException {
        Workspace workspace = WORKSPACES.get();
        try {
            long surplus = inflate(workspace, expected, scanlines, tolerance);
            long unused = unusedBytes(workspace.inflater);
            if (unused > 0) {
                tolerance.forgive(new BadImageException(
                        "the pixel data is followed by " + BadImageException.bytes(unused, "unused ")));
            }
            return new Rest(surplus, unused);
        } catch (DataFormatException e) {
            String reason = e.getMessage() == null ? "invalid data" : e.getMessage();
            throw new BadImageException("the pixel data is damaged: " + reason, e);
        } finally {
            // Ready for the next image, and this one's bytes are let go.
            workspace.inflater.reset();
        }
    }

    /** What a thread inflates with. */
    private static final class Workspace {
        /** With less, the inflater copies its window between two calls too often; with more, nothing is gained. */
        static final int SIZE = 128 * 1024;

        final Inflater inflater = new Inflater();
        final byte[] buffer = new byte[SIZE + 1];
    }

    private long inflate(Workspace workspace, long expected, ScanlineCheck scanlines, Tolerance tolerance)
            throws BadImageException, DataFormatException {
        Inflater inflater = workspace.inflater;
        byte[] buffer = workspace.buffer;
        long total = 0;
        while (!inflater.finished()) {
            // Room for one byte more than may come, so that a surplus shows.
            int room = (int) Math.min(Workspace.SIZE, expected - total) + 1;
            int count = inflater.inflate(buffer, 0, room);
            if (count > expected - total) {
                scanlines.accept(buffer, (int) (expected - total));
                tolerance.forgive(new BadImageException(
                        "the pixel data is longer than the " + BadImageException.bytes(expected) + " of the size"));
                return 1 + inflateSurplus(workspace, expected);
            }
            if (count > 0) {
                scanlines.accept(buffer, count);
                total += count;
            } else if (inflater.needsDictionary()) {
                throw new BadImageException("the pixel data needs a preset dictionary");
            } else if (inflater.needsInput() && !inflater.finished()) {
                feed(inflater);
            }
        }
        if (total < expected) {
            throw new BadImageException(
                    "the pixel data has " + BadImageException.bytes(total) + " instead of " + expected);
        }
        return 0;
    }

    /** Goes on to the end of a stream, whose checksum is there, but not without a limit. */
    private long inflateSurplus(Workspace workspace, long expected) throws BadImageException, DataFormatException {
        Inflater inflater = workspace.inflater;
        long limit = Math.max(expected, Workspace.SIZE);
        long surplus = 0;
        while (!inflater.finished()) {
            surplus += inflater.inflate(workspace.buffer);
            if (surplus > limit) {
                throw new BadImageException("the pixel data is more than twice as long as the size says");
            }
            if (inflater.needsInput() && !inflater.finished()) {
                feed(inflater);
            }
        }
        return surplus;
    }

    private void feed(Inflater inflater) throws BadImageException {
        if (position == end) {
            throw new BadImageException("the pixel data ends early");
        }
        int size = BigEndian.int32(bytes, position);
        inflater.setInput(bytes, position + 8, size);
        position += Chunk.OVERHEAD + size;
    }

    private long unusedBytes(Inflater inflater) {
        long unused = inflater.getRemaining();
        while (position < end) {
            int size = BigEndian.int32(bytes, position);
            unused += size;
            position += Chunk.OVERHEAD + size;
        }
        return unused;
    }
}
