package pokemon.download.http;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import pokemon.directory.UntrustedText;
import pokemon.download.address.UriReference;

/**
 * Decides whether a redirect is followed, and where to; {@link Fetcher} follows it. It may lead to http and https, but
 * never from https to http.
 *
 * <p>The address that was asked for is passed along, since the one of the answer may hold a literal instead of a name.
 */
public final class Redirect {
    // RFC 9110, 15.4: 300 is a choice for people, 304 is no redirect.
    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private Redirect() {}

    /** Returns whether an answer is a redirect, to be followed or not. */
    static boolean is(HttpResponse<?> response) {
        return STATUSES.contains(response.statusCode()) && !location(response).isEmpty();
    }

    /** Returns the target of a redirect that is to be followed. */
    static Optional<URI> target(URI from, HttpResponse<?> response) {
        return is(response) && refusal(from, response).isEmpty()
                ? Optional.of(UriReference.resolve(from, location(response)))
                : Optional.empty();
    }

    /** Returns why a redirect must not be followed, or nothing when it may be; their number does not count here. */
    static Optional<String> refusal(URI from, HttpResponse<?> response) {
        String location = location(response);
        String refused = "a redirect to " + UntrustedText.shown(location) + " is not followed: ";
        try {
            return refusal(from, UriReference.resolve(from, location)).map(refused::concat);
        } catch (IllegalArgumentException e) {
            return Optional.of(refused + e.getMessage());
        }
    }

    private static Optional<String> refusal(URI from, URI to) {
        if (!scheme(to).equals("http") && !scheme(to).equals("https")) {
            return Optional.of("only http and https are");
        }
        if (to.getHost() == null) {
            return Optional.of(UriReference.whyNoHost(to));
        }
        if (to.getPort() > 65_535) {
            return Optional.of("there is no port above 65535");
        }
        return scheme(to).equals("http") && scheme(from).equals("https")
                ? Optional.of("it would give up encryption")
                : Optional.empty();
    }

    /** Returns whether two addresses have the same scheme, host and port (RFC 6454, 4: the same origin). */
    public static boolean isSameOrigin(URI one, URI other) {
        return scheme(one).equals(scheme(other))
                && one.getHost().equalsIgnoreCase(other.getHost())
                && UriReference.port(one) == UriReference.port(other);
    }

    /** Returns the address as the server wrote it. */
    static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElse("").strip();
    }

    private static String scheme(URI uri) {
        return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    }
}
