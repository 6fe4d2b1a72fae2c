package pokemon.png.chunk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The place of one chunk in its file (PNG 3rd edition, 5.3).
 *
 * @param offset the offset of its length field
 * @param type the four letters as a big-endian number
 * @param size the number of data bytes
 * @param intact whether its checksum holds
 */
public record Chunk(int offset, int type, int size, boolean intact) {
    static final int IHDR = 0x49484452;
    static final int PLTE = 0x504c5445;
    static final int TRNS = 0x74524e53;

    /** The type of the chunks that hold the pixels. */
    public static final int IDAT = 0x49444154;

    static final int IEND = 0x49454e44;

    /** The bytes of a chunk besides its data: length, type and checksum. */
    public static final int OVERHEAD = 12;

    private static final byte[] END = {0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xae, 0x42, 0x60, (byte) 0x82};

    private static final int ANCILLARY_BIT = 0x20000000;

    /** Returns the bytes of an IEND chunk, which are the same in every file. */
    public static byte[] iend() {
        return END.clone();
    }

    public int data() {
        return offset + 8;
    }

    public int end() {
        return offset + OVERHEAD + size;
    }

    /** Writes the chunk, given its file. */
    public void writeTo(OutputStream out, byte[] bytes) throws IOException {
        out.write(bytes, offset, OVERHEAD + size);
    }

    /** Returns whether a decoder that does not know the chunk must give up. */
    boolean isCritical() {
        return (type & ANCILLARY_BIT) == 0;
    }

    static String name(int type) {
        byte[] letters = {(byte) (type >> 24), (byte) (type >> 16), (byte) (type >> 8), (byte) type};
        return new String(letters, StandardCharsets.US_ASCII);
    }

    /** Returns whether the data contains the name of another chunk. */
    boolean holds(byte[] bytes, int other) {
        for (int at = data(); at <= end() - 8; at++) {
            if (BigEndian.int32(bytes, at) == other) {
                return true;
            }
        }
        return false;
    }

    /** Returns the failure when this chunk breaks a rule. */
    BadImageException refused(String reason) {
        return new BadImageException("chunk " + name(type) + " at byte " + offset + " " + reason);
    }
}
