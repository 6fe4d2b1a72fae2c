package pokemon.png;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Holds the IDAT chunks of a verified image as they are to be written.
 *
 * <p>That is the slice of the source, with one exception. A zlib header names the window that the stream needs (RFC
 * 1950, 2.2). {@code Inflater} ignores it, but libpng allocates no more than that, and so refuses a stream which
 * reaches further back than its header says ("invalid distance too far back"). Where the named window is smaller than
 * the pixels, the chunks are therefore joined to one whose header names the full window; the deflated data stays.
 */
final class DataChunks {
    private static final int LARGEST_WINDOW = 1 << 15;

    /** The first byte of a zlib header that names the largest window. */
    private static final int FULL_WINDOW = 0x78;

    private final byte[] bytes;
    private final int start;
    private final int end;

    private DataChunks(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
    }

    /** Takes the place of IDAT chunks which were found to hold one whole zlib stream of so many inflated bytes. */
    static DataChunks of(byte[] bytes, int start, int end, long inflatedSize) {
        int first = start;
        while (BigEndian.int32(bytes, first) == 0) {
            first += Chunk.OVERHEAD;
        }
        int window = 1 << (((bytes[first + 8] >> 4) & 0xf) + 8);
        if (window == LARGEST_WINDOW || window >= inflatedSize) {
            return new DataChunks(bytes, start, end);
        }
        byte[] joined = join(bytes, first, end);
        return new DataChunks(joined, 0, joined.length);
    }

    private static byte[] join(byte[] bytes, int start, int end) {
        int size = 0;
        byte[] chunk = new byte[end - start];
        for (int at = start; at < end; ) {
            int length = BigEndian.int32(bytes, at);
            System.arraycopy(bytes, at + 8, chunk, 8 + size, length);
            size += length;
            at += Chunk.OVERHEAD + length;
        }
        int level = chunk[9] & 0xc0;
        chunk[8] = FULL_WINDOW;
        chunk[9] = (byte) (level + 31 - ((FULL_WINDOW << 8) | level) % 31);
        putInt(chunk, 0, size);
        putInt(chunk, 4, Chunk.IDAT);
        CRC32 crc = new CRC32();
        crc.update(chunk, 4, size + 4);
        putInt(chunk, 8 + size, (int) crc.getValue());
        return Arrays.copyOf(chunk, size + Chunk.OVERHEAD);
    }

    private static void putInt(byte[] bytes, int offset, int value) {
        bytes[offset] = (byte) (value >> 24);
        bytes[offset + 1] = (byte) (value >> 16);
        bytes[offset + 2] = (byte) (value >> 8);
        bytes[offset + 3] = (byte) value;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, start, end - start);
    }
}
