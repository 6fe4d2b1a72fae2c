package pokemon.png.pixel;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import pokemon.png.chunk.BigEndian;
import pokemon.png.chunk.Chunk;

/**
 * Collects inflated pixels as a PNG with one IDAT chunk of stored blocks (RFC 1951, 3.2.4), so that a decoder need not
 * inflate them again.
 */
public final class StoredPng {
    /**
     * The most bytes that are kept; a larger image is inflated twice. Each worker may keep an image while it waits for
     * memory to convert it, so with a small heap the limit is lower.
     */
    private static final long MAX = Math.min(8 << 20, Runtime.getRuntime().maxMemory() / 64);

    private static final int LONGEST_BLOCK = 65_535;
    private static final int BLOCK_HEAD = 5;

    private final byte[] file;
    private final int chunk;
    private int size;
    private int left;
    private int blockLeft;

    /** Begins a file with signature and IHDR chunk; nothing when too many inflated bytes are to come. */
    public static Optional<StoredPng> of(byte[] head, long expected) {
        return expected <= MAX ? Optional.of(new StoredPng(head, (int) expected)) : Optional.empty();
    }

    private StoredPng(byte[] head, int expected) {
        int blocks = Math.max(1, (expected + LONGEST_BLOCK - 1) / LONGEST_BLOCK);
        int data = 2 + blocks * BLOCK_HEAD + expected + Integer.BYTES;
        chunk = head.length;
        file = Arrays.copyOf(head, chunk + data + 2 * Chunk.OVERHEAD);
        BigEndian.putInt32(file, chunk, data);
        BigEndian.putInt32(file, chunk + 4, Chunk.IDAT);
        // A zlib header that names the largest window.
        file[chunk + 8] = 0x78;
        file[chunk + 9] = 0x01;
        size = chunk + 10;
        left = expected;
    }

    void accept(byte[] buffer, int offset, int count) {
        int at = offset;
        int end = offset + count;
        while (at < end) {
            if (blockLeft == 0) {
                beginBlock();
            }
            int part = Math.min(blockLeft, end - at);
            System.arraycopy(buffer, at, file, size, part);
            at += part;
            size += part;
            blockLeft -= part;
        }
    }

    private void beginBlock() {
        blockLeft = Math.min(left, LONGEST_BLOCK);
        left -= blockLeft;
        file[size] = (byte) (left == 0 ? 1 : 0);
        file[size + 1] = (byte) blockLeft;
        file[size + 2] = (byte) (blockLeft >> 8);
        file[size + 3] = (byte) ~blockLeft;
        file[size + 4] = (byte) (~blockLeft >> 8);
        size += BLOCK_HEAD;
    }

    /** Ends the file, after all bytes, with their checksum (RFC 1950, 9). */
    void end(int adler) {
        BigEndian.putInt32(file, size, adler);
        CRC32 crc = new CRC32();
        crc.update(file, chunk + 4, size - chunk);
        BigEndian.putInt32(file, size + 4, (int) crc.getValue());
        System.arraycopy(Chunk.iend(), 0, file, size + 8, Chunk.OVERHEAD);
    }

    /** Returns the file, which is not a copy. */
    public byte[] file() {
        return file;
    }
}
