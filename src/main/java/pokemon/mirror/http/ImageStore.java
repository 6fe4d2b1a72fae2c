package pokemon.mirror.http;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what there is to serve. */
public interface ImageStore {
    /** Matches the path of an image: its id with at least three digits and no needless zeros. */
    Pattern IMAGE_PATH = Pattern.compile("/([0-9]{3,5})\\.png");

    /**
     * Returns the file at that decoded path, if there is one.
     *
     * @throws IOException if it is there and cannot be read
     */
    Optional<StoredImage> find(String path) throws IOException;

    /** Returns the id that the path names, or 0 if it is not the path of an image. */
    static int id(String path) {
        Matcher matcher = IMAGE_PATH.matcher(path);
        if (!matcher.matches()) {
            return 0;
        }
        String digits = matcher.group(1);
        boolean canonical = digits.length() == 3 || digits.charAt(0) != '0';
        return canonical ? Integer.parseInt(digits) : 0;
    }
}
