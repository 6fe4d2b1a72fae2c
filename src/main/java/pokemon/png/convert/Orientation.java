package pokemon.png.convert;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;

/**
 * The orientation of an image (Exif 2.32, 4.6.4, tag 274): 1 upright, 2 to 4 mirrored or upside down, 5 to 8 lying on a
 * side.
 */
final class Orientation {
    static final int UPRIGHT = 1;

    private static final int LAST = 8;
    private static final int TAG = 274;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;

    /** The first orientation in which rows are columns. */
    private static final int LYING = 5;

    private Orientation() {}

    /**
     * Reads EXIF data.
     *
     * @param start where it begins, with the mark of its byte order
     * @param end where it ends at the latest
     * @return the orientation, upright where the data has none or is damaged
     */
    static int of(byte[] bytes, int start, int end) {
        if (end - start < 8 || bytes[start] != bytes[start + 1]) {
            return UPRIGHT;
        }
        boolean little = bytes[start] == 'I';
        long directory = start + uint(bytes, start + 4, 4, little);
        if (directory + 2 > end) {
            return UPRIGHT;
        }
        long entries = uint(bytes, (int) directory, 2, little);
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + (long) ENTRY * i;
            if (entry + ENTRY > end) {
                return UPRIGHT;
            }
            int at = (int) entry;
            if (uint(bytes, at, 2, little) == TAG && uint(bytes, at + 2, 2, little) == SHORT) {
                int value = (int) uint(bytes, at + 8, 2, little);
                return value >= UPRIGHT && value <= LAST ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Reads an unsigned number of up to four bytes. */
    static long uint(byte[] bytes, int offset, int count, boolean little) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = (value << 8) | (bytes[offset + (little ? count - 1 - i : i)] & 0xff);
        }
        return value;
    }

    static BufferedImage upright(BufferedImage image, int orientation) {
        if (orientation == UPRIGHT) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        boolean lying = orientation >= LYING;
        WritableRaster from = image.getRaster();
        WritableRaster to = lying
                ? from.createCompatibleWritableRaster(height, width)
                : from.createCompatibleWritableRaster(width, height);
        boolean right = orientation == 2 || orientation == 3 || orientation == 7 || orientation == LAST;
        boolean down = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
        Object pixel = null;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixel = from.getDataElements(x, y, pixel);
                int column = right ? width - 1 - x : x;
                int row = down ? height - 1 - y : y;
                to.setDataElements(lying ? row : column, lying ? column : row, pixel);
            }
        }
        return new BufferedImage(image.getColorModel(), to, image.isAlphaPremultiplied(), null);
    }
}
