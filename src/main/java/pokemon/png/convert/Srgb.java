package pokemon.png.convert;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.WritableRaster;
import java.util.Optional;

/** Converts images with a colour profile to sRGB. */
final class Srgb {
    private static final int[] COLORS = {0, 1, 2};

    private Srgb() {}

    /** Returns a profile for red, green and blue, or nothing when the data is no such profile. */
    static Optional<ICC_Profile> profile(byte... data) {
        try {
            return Optional.of(ICC_Profile.getInstance(data))
                    .filter(profile -> profile.getColorSpaceType() == ColorSpace.TYPE_RGB);
        } catch (IllegalArgumentException e) {
            // Browsers ignore it, too.
            return Optional.empty();
        }
    }

    /** Converts the samples of an image of red, green and blue; ignores a profile that cannot be used. */
    static void convert(BufferedImage image, ICC_Profile from) {
        try {
            WritableRaster colors =
                    image.getRaster().createWritableChild(0, 0, image.getWidth(), image.getHeight(), 0, 0, COLORS);
            ICC_Profile to = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
            new ColorConvertOp(new ICC_Profile[] {from, to}, null).filter(colors, colors);
        } catch (IllegalArgumentException | CMMException e) {
            // Browsers ignore it, too. The samples stay as they are.
            return;
        }
    }
}
