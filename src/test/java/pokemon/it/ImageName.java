package pokemon.it;

import java.util.Locale;

/** The names of images. */
public final class ImageName {
    private ImageName() {}

    /** Returns the name of the image of an id. */
    public static String of(int id) {
        return String.format(Locale.ROOT, "%03d.png", id);
    }
}
