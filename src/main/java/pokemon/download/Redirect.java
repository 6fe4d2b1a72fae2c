package pokemon.download;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where an answer sends the client instead, and whether it goes there: to http and https, but never back to http. */
final class Redirect {
    // RFC 9110, 15.4: 300 is a choice for people, 304 no redirect at all.
    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private Redirect() {}

    /** Returns whether an answer is a redirect, to be followed or not. */
    static boolean is(HttpResponse<?> response) {
        return STATUSES.contains(response.statusCode())
                && response.headers().firstValue("Location").isPresent();
    }

    /** Returns the address to go to, or nothing when there is none or it is not to be followed. */
    static Optional<URI> target(HttpResponse<?> response) {
        return is(response) && refusal(response).isEmpty() ? resolved(response) : Optional.empty();
    }

    /** Returns why a redirect is not followed, whatever their number, or nothing when it is. */
    static Optional<String> refusal(HttpResponse<?> response) {
        String location = location(response);
        String scheme = resolved(response).map(Redirect::scheme).orElse("");
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (!web || resolved(response).map(URI::getHost).isEmpty()) {
            return Optional.of("a redirect to " + location + " is not followed: only http and https are");
        }
        if (scheme.equals("http") && scheme(response.uri()).equals("https")) {
            return Optional.of(
                    "a redirect from https to " + location + " is not followed: it would give up encryption");
        }
        return Optional.empty();
    }

    /** Returns whether two addresses have the same scheme, host and port (RFC 6454, 4: the same origin). */
    static boolean isSameSite(URI one, URI other) {
        return scheme(one).equals(scheme(other))
                && one.getHost().equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return scheme(uri).equals("https") ? 443 : 80;
    }

    /** Returns the address as the server wrote it. */
    static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private static Optional<URI> resolved(HttpResponse<?> response) {
        try {
            return Optional.of(response.uri().resolve(location(response)));
        } catch (IllegalArgumentException e) {
            // A malformed address leads nowhere.
            return Optional.empty();
        }
    }

    private static String scheme(URI uri) {
        return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    }
}
