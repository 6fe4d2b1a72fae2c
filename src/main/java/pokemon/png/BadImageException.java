package pokemon.png;

import java.io.IOException;

/**
 * Says that bytes are not an acceptable image.
 *
 * <p>The message is a short clause without a final period that reads well after a colon, such as "the image ends early:
 * no IEND chunk".
 */
public final class BadImageException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception with the reason as a short clause. */
    public BadImageException(String message) {
        super(message);
    }

    /** Creates an exception with the reason as a short clause, and what the decoder threw. */
    public BadImageException(String message, Throwable cause) {
        super(message, cause);
    }
}
