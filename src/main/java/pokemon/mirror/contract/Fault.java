package pokemon.mirror.contract;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A way in which the mirror answers a request for an image wrongly.
 *
 * <p>{@link #NOT_FOUND} is a property of an id and never changes. Every other fault concerns a single request, so a
 * second one may succeed. HEAD requests meet {@link #NOT_FOUND} only.
 */
public enum Fault {
    /** Answers 404: the image is missing, and stays missing. */
    NOT_FOUND("not-found"),
    /** Answers 500 or 503. */
    SERVER_ERROR("server-error"),
    /** Answers 429 with {@code Retry-After: 1} (RFC 6585 section 4). */
    TOO_MANY_REQUESTS("too-many-requests"),
    /** Announces the full length, sends a part of the body and closes the connection. */
    TRUNCATE("truncate"),
    /** Resets the connection, either before any byte of the response or within its body. */
    RESET("reset"),
    /** Sends the head and a part of the body, then nothing until the client or the mirror closes. */
    STALL("stall"),
    /** Sends the body with one bit flipped, so that a checksum of the image no longer matches. */
    CORRUPT("corrupt"),
    /** Answers 200 with an HTML page instead of the image. */
    HTML("html");

    private final String label;

    Fault(String label) {
        this.label = label;
    }

    /** Returns the fault of a name, or throws an {@link IllegalArgumentException} that lists the names. */
    public static Fault named(String label) {
        for (Fault fault : values()) {
            if (fault.label.equals(label)) {
                return fault;
            }
        }
        throw new IllegalArgumentException("There is no fault named '" + label + "'; the faults are "
                + Arrays.stream(values()).map(Fault::toString).collect(Collectors.joining(", ")) + ".");
    }

    /** Returns the name on the command line and in the statistics, such as {@code not-found}. */
    @Override
    public String toString() {
        return label;
    }
}
