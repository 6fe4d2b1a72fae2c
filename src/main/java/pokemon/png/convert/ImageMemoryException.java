package pokemon.png.convert;

import java.io.IOException;
import java.util.regex.Pattern;

/** Says that memory does not suffice for an image, which may be a good one. */
public final class ImageMemoryException extends IOException {
    private static final long serialVersionUID = 1L;

    private static final int LARGE = 1_000_000;

    /** How decoders in other languages say so. */
    private static final Pattern WORDS =
            Pattern.compile("(?i).*(insufficient|not enough|out of|cannot allocate) memory.*");

    ImageMemoryException(int width, int height, Throwable cause) {
        super(
                "not enough memory for " + width + "x" + height + " pixels (heap "
                        + (Runtime.getRuntime().maxMemory() >> 20) + " MB)",
                cause);
    }

    /**
     * Returns whether a failure is a shortage of memory, however it is wrapped. Some decoders say the same of damaged
     * images, which therefore counts for large ones only.
     */
    static boolean isShortage(Throwable thrown, long pixels) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            // The JVM always says what ran out; libwebp's reader throws the same error for damage, without a word.
            boolean said = cause instanceof OutOfMemoryError && cause.getMessage() != null;
            boolean meant =
                    cause instanceof OutOfMemoryError || WORDS.matcher(message).matches();
            if (said || (meant && pixels > LARGE)) {
                return true;
            }
        }
        return false;
    }
}
