package pokemon.png.convert;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;

/**
 * The first frame of a GIF image (GIF89a, 18 to 23).
 *
 * @param canvas its place
 * @param colors the entries of its palette
 * @param transparencyFlags where the byte is that tells whether an index is transparent, or 0
 * @param transparent the transparent index, -1 for none
 * @param imageFlags where the byte is that tells whether the rows are interlaced
 */
record GifFrame(Canvas canvas, int colors, int transparencyFlags, int transparent, int imageFlags) {
    private static final int NOT_TRANSPARENT = 0xfe;
    private static final int INTERLACED = 0x40;

    /** First row and step of each pass (GIF89a, appendix E). */
    private static final int[][] PASSES = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};

    private boolean isInterlaced(byte[] bytes) {
        return (bytes[imageFlags] & INTERLACED) != 0;
    }

    /**
     * Returns the bytes without what ImageIO reads wrongly. A transparent index beyond the palette is removed. The mark
     * of interlaced rows is removed, too, since ImageIO loses pixels of such frames of two to four rows (JDK 17 to 25);
     * so the rows are decoded in the order of the file.
     */
    byte[] readable(byte[] bytes) {
        if (transparent < colors && !isInterlaced(bytes)) {
            return bytes;
        }
        byte[] changed = bytes.clone();
        if (transparent >= colors) {
            changed[transparencyFlags] &= (byte) NOT_TRANSPARENT;
        }
        changed[imageFlags] &= (byte) ~INTERLACED;
        return changed;
    }

    /** Returns the whole image, given its decoded frame, whose rows are in the order of the file. */
    BufferedImage shown(BufferedImage frame, byte[] bytes) {
        return canvas.with(isInterlaced(bytes) ? ordered(frame) : frame);
    }

    /** Returns an interlaced frame with its rows from top to bottom. */
    private static BufferedImage ordered(BufferedImage frame) {
        int width = frame.getWidth();
        WritableRaster rows = frame.getRaster().createCompatibleWritableRaster();
        int from = 0;
        for (int[] pass : PASSES) {
            for (int y = pass[0]; y < frame.getHeight(); y += pass[1]) {
                rows.setDataElements(0, y, width, 1, frame.getRaster().getDataElements(0, from, width, 1, null));
                from++;
            }
        }
        return new BufferedImage(frame.getColorModel(), rows, frame.isAlphaPremultiplied(), null);
    }
}
