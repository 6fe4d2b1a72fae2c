package pokemon.directory;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The name of an image file, {@code NNN.png}: the id with at least three digits, always ASCII. */
public final class ImageName {
    /** The least digits of an id in a name. */
    public static final int DIGITS = 3;

    private static final int MAX_DIGITS = 9;
    private static final String EXTENSION = ".png";
    private static final Pattern FORM = Pattern.compile("[0-9]{3,}\\.png");

    private ImageName() {}

    /** Returns the name of the image of an id, such as {@code 007.png}. */
    public static String of(int id) {
        return digits(id) + EXTENSION;
    }

    /** Returns an id with at least three digits. */
    public static String digits(int id) {
        // Called several times for every image, and a Formatter loads the locale's symbols each time.
        String digits = Integer.toString(id);
        return digits.length() < DIGITS ? "0".repeat(DIGITS - digits.length()) + digits : digits;
    }

    /** Returns whether a name has the form of an image's, such as {@code 0007.png}. */
    public static boolean hasForm(String name) {
        return FORM.matcher(name).matches();
    }

    /** Returns the id below 10<sup>9</sup> whose image has a name; nothing for other names. */
    public static OptionalInt id(String name) {
        if (!hasForm(name) || name.length() > MAX_DIGITS + EXTENSION.length()) {
            return OptionalInt.empty();
        }
        int id = Integer.parseInt(name.replace(EXTENSION, ""));
        return id > 0 && of(id).equals(name) ? OptionalInt.of(id) : OptionalInt.empty();
    }
}
