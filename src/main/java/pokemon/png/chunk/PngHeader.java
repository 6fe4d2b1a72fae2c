package pokemon.png.chunk;

/**
 * The values of an IHDR chunk, all of them legal (PNG 3rd edition, 11.2.1).
 *
 * @param width pixels per row, 1 to 2^31-1
 * @param height rows, 1 to 2^31-1
 * @param bitDepth bits per sample, or per palette index: 1, 2, 4, 8 or 16
 * @param colorType 0 gray, 2 RGB, 3 palette, 4 gray with alpha, 6 RGB with alpha
 * @param interlaced whether the rows come in the seven passes of Adam7
 */
public record PngHeader(int width, int height, int bitDepth, int colorType, boolean interlaced) {
    public static final int GRAY = 0;
    static final int RGB = 2;
    public static final int PALETTE = 3;
    public static final int GRAY_ALPHA = 4;
    private static final int RGB_ALPHA = 6;

    /** The data bytes of an IHDR chunk. */
    public static final int DATA_SIZE = 13;

    /** Reads and checks the 13 bytes of an IHDR chunk's data. */
    static PngHeader parse(byte[] bytes, int offset) throws BadImageException {
        requireMethod("compression", bytes[offset + 10], 0);
        requireMethod("filter", bytes[offset + 11], 0);
        requireMethod("interlace", bytes[offset + 12], 1);
        int width = BigEndian.int32(bytes, offset);
        int height = BigEndian.int32(bytes, offset + 4);
        if (width <= 0 || height <= 0) {
            throw new BadImageException(
                    "chunk IHDR has the invalid size " + (width & 0xffffffffL) + "x" + (height & 0xffffffffL));
        }
        int bitDepth = bytes[offset + 8] & 0xff;
        int colorType = bytes[offset + 9] & 0xff;
        if (!isLegal(bitDepth, colorType)) {
            throw new BadImageException(
                    "chunk IHDR has the invalid bit depth " + bitDepth + " with colour type " + colorType);
        }
        return new PngHeader(width, height, bitDepth, colorType, bytes[offset + 12] == 1);
    }

    private static void requireMethod(String name, int method, int last) throws BadImageException {
        if (method < 0 || method > last) {
            throw new BadImageException("chunk IHDR has the unknown " + name + " method " + (method & 0xff));
        }
    }

    private static boolean isLegal(int bitDepth, int colorType) {
        boolean whole = bitDepth == 8 || bitDepth == 16;
        boolean packed = bitDepth == 1 || bitDepth == 2 || bitDepth == 4;
        return switch (colorType) {
            case GRAY -> packed || whole;
            case PALETTE -> packed || bitDepth == 8;
            case RGB, GRAY_ALPHA, RGB_ALPHA -> whole;
            default -> false;
        };
    }

    /** Returns the samples per pixel, 1 to 4; a palette index is one sample. */
    public int channels() {
        return switch (colorType) {
            case RGB -> 3;
            case GRAY_ALPHA -> 2;
            case RGB_ALPHA -> 4;
            default -> 1;
        };
    }

    public boolean isGray() {
        return colorType == GRAY || colorType == GRAY_ALPHA;
    }

    boolean hasAlpha() {
        return colorType >= GRAY_ALPHA;
    }

    /** Returns the number of pixels, up to (2^31-1)^2. */
    public long pixels() {
        return (long) width * height;
    }

    /** Returns the bytes of a row of that many pixels, without its filter type byte (PNG 3rd edition, 7.2). */
    public long bytesPerRow(int pixels) {
        return ((long) pixels * channels() * bitDepth + 7) / 8;
    }

    /** Returns the size of all rows with their filter types in bytes, at most {@link Long#MAX_VALUE}. */
    public long inflatedSize() {
        long size = 0;
        for (InterlacePass pass : InterlacePass.of(this)) {
            long row = 1 + bytesPerRow(pass.width());
            if (row > (Long.MAX_VALUE - size) / pass.height()) {
                return Long.MAX_VALUE;
            }
            size += row * pass.height();
        }
        return size;
    }
}
