package pokemon.png.convert;

import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The still image, or the first frame of the moving one, that a WebP file holds.
 *
 * @param file a file with this image only, in the array of the buffer
 * @param canvas the place of the frame
 * @param profile its colour profile
 * @param orientation see {@link Orientation}
 */
record WebpFrame(ByteBuffer file, Canvas canvas, Optional<ICC_Profile> profile, int orientation) {
    /** Returns the whole image, upright, given its decoded frame. */
    BufferedImage shown(BufferedImage frame) {
        profile.ifPresent(any -> Srgb.convert(frame, any));
        return Orientation.upright(canvas.with(frame), orientation);
    }
}
