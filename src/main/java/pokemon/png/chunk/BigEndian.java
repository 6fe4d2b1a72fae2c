package pokemon.png.chunk;

/** Reads and writes unsigned numbers, most significant byte first, as in PNG. */
public final class BigEndian {
    private BigEndian() {}

    /** Reads 16 bits, from 0 to 65535. */
    public static int uint16(byte[] bytes, int offset) {
        return ((bytes[offset] & 0xff) << 8) | (bytes[offset + 1] & 0xff);
    }

    /** Reads 32 bits; a value above 2^31-1 comes out negative. */
    public static int int32(byte[] bytes, int offset) {
        return (uint16(bytes, offset) << 16) | uint16(bytes, offset + 2);
    }

    /** Writes 32 bits. */
    public static void putInt32(byte[] bytes, int offset, int value) {
        bytes[offset] = (byte) (value >> 24);
        bytes[offset + 1] = (byte) (value >> 16);
        bytes[offset + 2] = (byte) (value >> 8);
        bytes[offset + 3] = (byte) value;
    }
}
