package pokemon.png.convert;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;

/**
 * Where the first frame of a GIF image stands on its screen (GIF89a, 18 to 23).
 *
 * @param screenWidth columns of the whole image
 * @param screenHeight rows of the whole image
 * @param left the frame's first column
 * @param top the frame's first row
 * @param width columns of the frame
 * @param height rows of the frame
 * @param colors the entries of its palette
 * @param transparencyFlags where the byte is that says whether an index is transparent, or 0
 * @param transparent the index that is, -1 for none
 * @param imageFlags where the byte is that says whether the rows are interlaced
 */
record GifFrame(
        int screenWidth,
        int screenHeight,
        int left,
        int top,
        int width,
        int height,
        int colors,
        int transparencyFlags,
        int transparent,
        int imageFlags) {
    private static final int NOT_TRANSPARENT = 0xfe;
    private static final int INTERLACED = 0x40;

    /** First row and step of each pass (GIF89a, appendix E). */
    private static final int[][] PASSES = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};

    /** Returns the columns of what browsers show: a frame that does not fit enlarges the screen. */
    int shownWidth() {
        return Math.max(screenWidth, left + width);
    }

    /** Returns the rows of what browsers show. */
    int shownHeight() {
        return Math.max(screenHeight, top + height);
    }

    boolean isInterlaced(byte[] bytes) {
        return (bytes[imageFlags] & INTERLACED) != 0;
    }

    /**
     * Returns the bytes as ImageIO understands them: an index beyond the palette makes nothing transparent, and rows
     * are in the order of the file. ImageIO loses pixels of interlaced frames of two to four rows (JDK 17 to 25).
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

    /** Returns an interlaced frame with its rows from top to bottom. */
    BufferedImage ordered(BufferedImage frame) {
        WritableRaster rows = frame.getRaster().createCompatibleWritableRaster();
        int from = 0;
        for (int[] pass : PASSES) {
            for (int y = pass[0]; y < height; y += pass[1]) {
                rows.setDataElements(0, y, width, 1, frame.getRaster().getDataElements(0, from, width, 1, null));
                from++;
            }
        }
        return new BufferedImage(frame.getColorModel(), rows, frame.isAlphaPremultiplied(), null);
    }

    /** Returns the decoded frame on the screen. */
    BufferedImage onScreen(BufferedImage frame) {
        if (left == 0 && top == 0 && shownWidth() == width && shownHeight() == height) {
            return frame;
        }
        BufferedImage screen = new BufferedImage(shownWidth(), shownHeight(), BufferedImage.TYPE_INT_ARGB);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            frame.getRGB(0, y, width, 1, row, 0, width);
            screen.setRGB(left, top + y, width, 1, row, 0, width);
        }
        return screen;
    }
}
