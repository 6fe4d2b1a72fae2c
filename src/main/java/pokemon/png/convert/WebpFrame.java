package pokemon.png.convert;

import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The still image, or the first frame of the moving one, that a WebP file holds.
 *
 * @param file a file with this image only, in the array of the buffer
 * @param width columns of the whole image, 0 when the frame is all of it
 * @param height rows of the whole image
 * @param left the frame's first column
 * @param top the frame's first row
 * @param profile its colour profile
 * @param orientation how it is to be turned
 */
record WebpFrame(
        ByteBuffer file, int width, int height, int left, int top, Optional<ICC_Profile> profile, int orientation) {
    static WebpFrame whole(byte[] file) {
        return placed(file, 0, 0, 0, 0);
    }

    static WebpFrame placed(byte[] file, int width, int height, int left, int top) {
        return new WebpFrame(ByteBuffer.wrap(file), width, height, left, top, Optional.empty(), Orientation.UPRIGHT);
    }

    WebpFrame with(Optional<ICC_Profile> newProfile, int newOrientation) {
        return new WebpFrame(file, width, height, left, top, newProfile, newOrientation);
    }

    /** Returns the decoded frame in its place, upright. */
    BufferedImage shown(BufferedImage frame) {
        profile.ifPresent(any -> Srgb.convert(frame, any));
        BufferedImage whole = frame;
        if (width > 0 && (width != frame.getWidth() || height != frame.getHeight())) {
            whole = new BufferedImage(
                    Math.max(width, left + frame.getWidth()),
                    Math.max(height, top + frame.getHeight()),
                    BufferedImage.TYPE_INT_ARGB);
            int[] row = new int[frame.getWidth()];
            for (int y = 0; y < frame.getHeight(); y++) {
                frame.getRGB(0, y, row.length, 1, row, 0, row.length);
                whole.setRGB(left, top + y, row.length, 1, row, 0, row.length);
            }
        }
        return Orientation.upright(whole, orientation);
    }
}
