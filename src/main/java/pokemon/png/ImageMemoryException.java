package pokemon.png;

import java.io.IOException;
import java.util.regex.Pattern;

/** Says that memory does not suffice for an image, which may be a good one. */
public final class ImageMemoryException extends IOException {
    private static final long serialVersionUID = 1L;

    /** How decoders in other languages say so. */
    private static final Pattern WORDS =
            Pattern.compile("(?i).*(insufficient|not enough|out of|cannot allocate) memory.*");

    ImageMemoryException(int width, int height, Throwable cause) {
        super(
                "not enough memory for " + width + "x" + height + " pixels (heap "
                        + (Runtime.getRuntime().maxMemory() >> 20) + " MB)",
                cause);
    }

    /** Returns whether a failure is a shortage of memory, however it is wrapped. */
    static boolean isShortage(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError
                    || WORDS.matcher(String.valueOf(cause.getMessage())).matches()) {
                return true;
            }
        }
        return false;
    }
}
