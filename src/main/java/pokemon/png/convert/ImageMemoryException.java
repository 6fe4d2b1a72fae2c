package pokemon.png.convert;

import java.io.IOException;
import java.util.regex.Pattern;

/** Reports that memory does not suffice for an image, which may be valid. */
public final class ImageMemoryException extends IOException {
    private static final long serialVersionUID = 1L;

    private static final int LARGE = 1_000_000;

    /** Messages of decoders in other languages. */
    private static final Pattern WORDS =
            Pattern.compile("(?i).*(insufficient|not enough|out of|cannot allocate) memory.*");

    ImageMemoryException(int width, int height, Throwable cause) {
        super(
                "not enough memory for " + width + "x" + height + " pixels (heap "
                        + (Runtime.getRuntime().maxMemory() >> 20) + " MB)",
                cause);
    }

    /**
     * Returns whether a failure, or one of its causes, is a shortage of memory. Some decoders report the same for
     * damaged images; such reports count for large images only.
     */
    static boolean isShortage(Throwable thrown, long pixels) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            // The error of the JVM always has a message; that of the reader of libwebp for damage has none.
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
