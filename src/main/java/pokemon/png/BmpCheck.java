package pokemon.png;

/**
 * Checks that a BMP image has all the pixel bytes that its headers promise.
 *
 * <p>The decoder of ImageIO leaves the rows black that are missing.
 */
final class BmpCheck {
    private static final int UNCOMPRESSED = 0;
    private static final int RLE8 = 1;
    private static final int RLE4 = 2;
    private static final int BIT_FIELDS = 3;

    private final byte[] bytes;
    private final int length;

    private BmpCheck(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    static void requireWhole(byte[] bytes, int length) throws BadImageException {
        new BmpCheck(bytes, length).check();
    }

    private void check() throws BadImageException {
        boolean old = int32(14) == 12;
        long width = old ? uint16(18) : int32(18);
        long height = Math.abs(old ? (long) uint16(20) : (long) int32(22));
        int bits = uint16(old ? 24 : 28);
        int compression = old ? UNCOMPRESSED : int32(30);
        long start = int32(10) & 0xffffffffL;
        if (width <= 0 || height == 0) {
            throw new BadImageException("the BMP image has the invalid size " + width + "x" + height);
        }
        switch (compression) {
            case UNCOMPRESSED, BIT_FIELDS -> {
                long rowBytes = (width * bits + 31) / 32 * 4;
                if (rowBytes > (length - start) / height) {
                    throw endsEarly();
                }
            }
            case RLE8 -> requireEndOfBitmap(start, 8);
            case RLE4 -> requireEndOfBitmap(start, 4);
            default -> throw BadImageException.refused("the BMP image has the unknown compression " + compression);
        }
    }

    /** Steps over the runs up to the escape that ends the bitmap. */
    private void requireEndOfBitmap(long start, int bits) throws BadImageException {
        long position = start;
        while (true) {
            int count = uint8(position);
            int second = uint8(position + 1);
            position += 2;
            if (count != 0 || second == 0) {
                continue; // a run, or the end of a line
            }
            if (second == 1) {
                return;
            }
            if (second == 2) {
                position += 2; // a step to the right and down
            } else {
                position += (second * bits + 15) / 16 * 2L; // so many literal pixels, in whole 16-bit words
            }
        }
    }

    private int int32(int position) throws BadImageException {
        return uint16(position) | (uint16(position + 2) << 16);
    }

    private int uint16(int position) throws BadImageException {
        return uint8(position) | (uint8(position + 1) << 8);
    }

    private int uint8(long position) throws BadImageException {
        if (position >= length) {
            throw endsEarly();
        }
        return bytes[(int) position] & 0xff;
    }

    private static BadImageException endsEarly() {
        return new BadImageException("the BMP image ends early");
    }
}
