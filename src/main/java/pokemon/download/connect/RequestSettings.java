package pokemon.download.connect;

import java.time.Duration;
import java.util.List;

/**
 * How one image is requested.
 *
 * @param timeout longest time for one attempt, from the request to the last byte of the body, above zero
 * @param userAgent the {@code User-Agent} header of every request
 * @param headers the user's headers; they replace others of the same name, and a redirect to another origin drops them
 * @param maxBytes largest accepted body in bytes, at least 1
 */
public record RequestSettings(
        ConnectionSettings connection, Duration timeout, String userAgent, List<Header> headers, int maxBytes) {
    /** Default of {@link #timeout}. */
    public static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** Default of {@link #maxBytes}: 32 MiB. */
    public static final int MAX_BYTES = 32 << 20;

    /** Refuses values out of their ranges, with an {@link IllegalArgumentException}. */
    public RequestSettings {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a timeout must be longer than 0");
        }
        if (maxBytes < 1) {
            throw new IllegalArgumentException("a size limit must be at least 1");
        }
        headers = List.copyOf(headers);
    }

    /** Returns the defaults: direct connections and no further headers. */
    public static RequestSettings of(String userAgent) {
        return new RequestSettings(ConnectionSettings.DIRECT, TIMEOUT, userAgent, List.of(), MAX_BYTES);
    }

    public RequestSettings withConnection(ConnectionSettings other) {
        return new RequestSettings(other, timeout, userAgent, headers, maxBytes);
    }
}
