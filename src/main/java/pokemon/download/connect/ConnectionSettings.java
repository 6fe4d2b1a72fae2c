package pokemon.download.connect;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How connections are made.
 *
 * @param timeout longest wait for a connection, above zero
 * @param authorities a file of PEM certificates of authorities to trust beside the JVM's own
 */
public record ConnectionSettings(Duration timeout, ProxySettings proxies, Optional<Path> authorities) {
    /** Default of {@link #timeout}. */
    public static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** Direct connections to servers that the JVM trusts by itself. */
    public static final ConnectionSettings DIRECT =
            new ConnectionSettings(TIMEOUT, ProxySettings.NONE, Optional.empty());

    /** Refuses a timeout that is not above zero, with an {@link IllegalArgumentException}. */
    public ConnectionSettings {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a timeout must be longer than 0");
        }
        authorities = authorities.map(Path::toAbsolutePath);
    }

    public ConnectionSettings withProxies(ProxySettings other) {
        return new ConnectionSettings(timeout, other, authorities);
    }
}
