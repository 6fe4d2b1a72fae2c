package pokemon.png.pixel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import pokemon.png.chunk.BigEndian;
import pokemon.png.chunk.Chunk;
import pokemon.png.chunk.ChunkOrderValidator.Chunks;

/**
 * The IDAT chunks of a verified image, to be written.
 *
 * <p>They are the slice of the source, with three exceptions, which give one chunk. A stream that inflates to more than
 * the pixels is deflated anew. Bytes after the zlib stream are left out. And where the window in the zlib header (RFC
 * 1950, 2.2) is smaller than the pixels, the header is changed to the largest window; the deflated data stays.
 * {@code Inflater} ignores the window, but libpng allocates no more, and so refuses a stream that reaches further back
 * ("invalid distance too far back").
 */
public final class IdatChunks {
    private static final int LARGEST_WINDOW = 1 << 15;

    /** The first byte of a zlib header that names the largest window. */
    private static final int FULL_WINDOW = 0x78;

    private final byte[] bytes;
    private final int start;
    private final int end;

    private IdatChunks(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
    }

    /** Takes IDAT chunks that hold one complete zlib stream, with some bytes besides the pixels. */
    public static IdatChunks of(byte[] bytes, Chunks chunks, PixelDataValidator.Rest rest) {
        int start = chunks.dataStart();
        int end = chunks.dataEnd();
        long inflatedSize = chunks.header().inflatedSize();
        if (rest.surplus() > 0) {
            byte[] stream = deflated(join(bytes, start, end, 0), inflatedSize);
            return new IdatChunks(stream, 0, stream.length);
        }
        int first = start;
        while (BigEndian.int32(bytes, first) == 0) {
            first += Chunk.OVERHEAD;
        }
        int window = 1 << (((bytes[first + 8] >> 4) & 0xf) + 8);
        boolean wide = window == LARGEST_WINDOW || window >= inflatedSize;
        if (wide && rest.unused() == 0) {
            return new IdatChunks(bytes, start, end);
        }
        byte[] joined = join(bytes, first, end, (int) rest.unused());
        if (!wide) {
            nameFullWindow(joined);
        }
        seal(joined);
        return new IdatChunks(joined, 0, joined.length);
    }

    /** Returns one chunk, still without its checksum. */
    private static byte[] join(byte[] bytes, int start, int end, int unused) {
        int size = 0;
        byte[] chunk = new byte[end - start];
        for (int at = start; at < end; ) {
            int length = BigEndian.int32(bytes, at);
            System.arraycopy(bytes, at + 8, chunk, 8 + size, length);
            size += length;
            at += Chunk.OVERHEAD + length;
        }
        BigEndian.putInt32(chunk, 0, size - unused);
        BigEndian.putInt32(chunk, 4, Chunk.IDAT);
        return Arrays.copyOf(chunk, size - unused + Chunk.OVERHEAD);
    }

    /** Returns a chunk with the first bytes of the content of another one, deflated. */
    private static byte[] deflated(byte[] chunk, long inflatedSize) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        out.write(chunk, 0, 8);
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(chunk, 8, chunk.length - 8));
                DeflaterOutputStream stream = new DeflaterOutputStream(out)) {
            long left = inflatedSize;
            while (left > 0) {
                int count = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                stream.write(buffer, 0, count);
                left -= count;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a stream in memory failed", e);
        }
        byte[] deflated = Arrays.copyOf(out.toByteArray(), out.size() + 4);
        BigEndian.putInt32(deflated, 0, deflated.length - Chunk.OVERHEAD);
        seal(deflated);
        return deflated;
    }

    private static void nameFullWindow(byte[] chunk) {
        int level = chunk[9] & 0xc0;
        chunk[8] = FULL_WINDOW;
        chunk[9] = (byte) (level + 31 - ((FULL_WINDOW << 8) | level) % 31);
    }

    private static void seal(byte[] chunk) {
        CRC32 crc = new CRC32();
        crc.update(chunk, 4, chunk.length - 8);
        BigEndian.putInt32(chunk, chunk.length - 4, (int) crc.getValue());
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, start, end - start);
    }
}
