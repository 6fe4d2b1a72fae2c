package pokemon.download.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import pokemon.directory.UntrustedText;
import pokemon.download.address.HostAddresses.TriedAddressesException;
import pokemon.download.connect.HttpClients;
import pokemon.download.connect.ProxySettings;
import pokemon.download.outcome.FailureKind;
import pokemon.download.outcome.Outcome.Failed;
import pokemon.download.outcome.Shortage;

/** Maps exceptions of the HTTP client to failures in plain words. */
final class NetworkFailureMapper {
    /** How the client's parser begins to refuse a name or a value (JDK's {@code Http1HeaderParser}). */
    private static final String MALFORMED_HEADER = "Invalid header ";

    /** How the client begins to tell a status of a proxy that is not 200 (JDK's {@code PlainTunnelingConnection}). */
    private static final String REFUSED_TUNNEL = "Tunnel failed, got: ";

    private NetworkFailureMapper() {}

    /** Maps an exception of a request, which was to go through the proxy if there is one. */
    static Failed of(URI uri, Optional<URI> proxy, Throwable thrown) {
        Optional<String> shortage = Shortage.of(thrown);
        if (shortage.isPresent()) {
            return new Failed(FailureKind.EXHAUSTED, shortage.get());
        }
        if (HttpClients.isDead(thrown)) {
            return new Failed(FailureKind.EXHAUSTED, "the HTTP client of this JVM broke down");
        }
        String name = UntrustedText.shown(uri.getHost());
        String place = name + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
        // With a proxy, the client resolves its name and connects to it.
        String host = proxy.map(any -> "of the proxy " + any.getHost()).orElse(name);
        String next = proxy.map(any -> "the proxy " + any.getHost() + ":"
                        + ProxySettings.address(any).getPort())
                .orElse(place + tried(thrown));
        String message = deepestMessage(thrown);
        if (has(thrown, BoundedBody.TooLargeException.class)) {
            return new Failed(FailureKind.PERMANENT, message);
        }
        if (has(thrown, CertificateException.class)) {
            return new Failed(FailureKind.REFUSED, "the certificate of " + place + " is not trusted: " + message);
        }
        if (has(thrown, NoSuchAlgorithmException.class)) {
            // The JVM's own trust store is damaged, so every https server fails.
            return new Failed(FailureKind.REFUSED, "this JVM can make no secure connection: " + message);
        }
        if (has(thrown, UnresolvedAddressException.class) || has(thrown, UnknownHostException.class)) {
            return new Failed(FailureKind.UNREACHABLE, "the host name " + host + " cannot be resolved");
        }
        if (has(thrown, HttpConnectTimeoutException.class)) {
            return new Failed(FailureKind.UNREACHABLE, next + " does not answer: connecting timed out");
        }
        if (has(thrown, ConnectException.class)) {
            // The client wraps a refused connection in a ConnectException without a message (JDK 17).
            String refusal = message.endsWith("Exception") ? "connection refused" : message.toLowerCase(Locale.ROOT);
            return new Failed(FailureKind.UNREACHABLE, "cannot connect to " + next + ": " + refusal);
        }
        if (has(thrown, SSLException.class)) {
            return new Failed(FailureKind.UNREACHABLE, "no secure connection to " + place + ": " + message);
        }
        if (message.startsWith(REFUSED_TUNNEL)) {
            String status = message.substring(REFUSED_TUNNEL.length());
            return new Failed(
                    FailureKind.UNREACHABLE, next + " opens no tunnel to " + place + " (status " + status + ")");
        }
        if (message.startsWith(MALFORMED_HEADER)) {
            String header = message.substring(MALFORMED_HEADER.length());
            return new Failed(
                    FailureKind.PERMANENT,
                    "the server sent a header that HTTP does not allow (RFC 9112, 5): " + header);
        }
        if (has(thrown, NumberFormatException.class)) {
            // The only number that the client reads by itself.
            return new Failed(
                    FailureKind.PERMANENT,
                    "the server sent a Content-Length that is no number (RFC 9112, 6.3): "
                            + message.replaceFirst("^For input string: ", ""));
        }
        return new Failed(FailureKind.TRANSIENT, "the answer broke off: " + message);
    }

    private static String tried(Throwable thrown) {
        return find(thrown, TriedAddressesException.class)
                .map(failure -> " (" + String.join(", ", failure.addresses()) + ")")
                .orElse("");
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        return find(thrown, type).isPresent();
    }

    private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    /** Returns the message of the innermost cause that has one, on one line. */
    static String deepestMessage(Throwable thrown) {
        String message = thrown.getClass().getSimpleName();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            boolean repeats =
                    cause.getCause() != null && cause.getCause().toString().equals(cause.getMessage());
            if (cause.getMessage() != null && !repeats) {
                message = cause.getMessage();
            } else if (cause.getCause() == null && !(cause instanceof IOException)) {
                message = cause.getClass().getSimpleName();
            }
        }
        return UntrustedText.shown(message.replaceAll("\\s+", " ").strip());
    }
}
