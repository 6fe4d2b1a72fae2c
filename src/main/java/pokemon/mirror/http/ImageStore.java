package pokemon.mirror.http;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pokemon.mirror.image.MirrorImages;

/** Finds the files to serve. */
public interface ImageStore {
    /** The path of an image; its id has at least three digits. */
    Pattern IMAGE_PATH = Pattern.compile("/([0-9]{3,5})\\.png");

    /** The date of the image 0. */
    Instant FIRST_DAY = Instant.parse("2021-01-01T00:00:00Z");

    /** Finds {@link MirrorImages}. */
    ImageStore SYNTHETIC = ImageStore::findSynthetic;

    /**
     * A file to serve.
     *
     * @param type the media type
     * @param modified the time of its last change, in whole seconds
     * @param parts its bytes, cut anywhere; the arrays are shared and never change
     */
    record Image(String type, Instant modified, List<byte[]> parts) {}

    /** Returns the file at a decoded path, if it exists, and fails when it cannot be read. */
    Optional<Image> find(String path) throws IOException;

    private static Optional<Image> findSynthetic(String path) {
        int id = id(path);
        if (id == 0) {
            return Optional.empty();
        }
        // Any date will do that is the same for the same id.
        Instant modified = FIRST_DAY.plus(Duration.ofMinutes(id));
        return Optional.of(new Image("image/png", modified, MirrorImages.parts(id)));
    }

    /** Returns the id in the path of an image, or 0 for another path, such as one with needless zeros. */
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
