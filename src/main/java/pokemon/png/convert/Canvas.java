package pokemon.png.convert;

import java.awt.image.BufferedImage;
import pokemon.png.chunk.BadImageException;

/**
 * The canvas of an animation and the place of its first frame, in pixels. A frame that does not fit enlarges the
 * canvas, as in browsers.
 */
record Canvas(int width, int height, int left, int top) {
    /** The canvas of a still image, which is as large as the image. */
    static final Canvas NONE = new Canvas(0, 0, 0, 0);

    long pixels() {
        return (long) width * height;
    }

    void requireAtMost(long maxPixels) throws BadImageException {
        BadImageException.requireAtMost(maxPixels, width, height);
    }

    /** Returns the whole image: the frame, or the frame in its place on a transparent canvas. */
    BufferedImage with(BufferedImage frame) {
        int shownWidth = Math.max(width, left + frame.getWidth());
        int shownHeight = Math.max(height, top + frame.getHeight());
        return shownWidth == frame.getWidth() && shownHeight == frame.getHeight()
                ? frame
                : drawn(frame, new BufferedImage(shownWidth, shownHeight, BufferedImage.TYPE_INT_ARGB), left, top);
    }

    /** Copies the colours of an image to a place of another one, and returns that. */
    static BufferedImage drawn(BufferedImage image, BufferedImage onto, int left, int top) {
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            onto.setRGB(left, top + y, row.length, 1, row, 0, row.length);
        }
        return onto;
    }
}
