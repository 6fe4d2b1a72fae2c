package pokemon.download.http;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pokemon.download.address.HostAddresses;

/**
 * The cookies that are set along one chain of redirects, for hosts that want to see theirs again (RFC 6265). They end
 * with the chain.
 *
 * <p>The JDK's {@code CookieManager} follows RFC 2965: it sends {@code $Version} and {@code $Path} back for each cookie
 * with a {@code Max-Age}, and logs what it refuses to standard error.
 */
final class RedirectCookies {
    /** What can be sent back: the client writes its headers in ASCII. */
    private static final Pattern SENDABLE = Pattern.compile("[\\x20-\\x7e]*");

    private static final Pattern SECONDS = Pattern.compile("-?[0-9]+");

    /**
     * A cookie, and where it goes.
     *
     * @param hostOnly whether it goes to this very host only, and not to those below it
     */
    private record Cookie(String name, String value, String host, boolean hostOnly, String path, boolean secure) {
        boolean isSuccessorOf(Cookie other) {
            return name.equals(other.name) && host.equals(other.host) && path.equals(other.path);
        }

        boolean isFor(URI to) {
            String target = hostOf(to);
            return (hostOnly ? target.equals(host) : isWithin(target, host))
                    && isBelow(pathOf(to), path)
                    && (!secure || "https".equalsIgnoreCase(to.getScheme()));
        }
    }

    private final List<Cookie> cookies = new ArrayList<>();

    /** Takes the cookies of an answer; one that is malformed or of another host is left out (RFC 6265, 5.3). */
    void take(URI from, HttpHeaders headers, Instant now) {
        for (String header : headers.allValues("Set-Cookie")) {
            String[] parts = header.split(";", -1);
            String[] pair = parts[0].split("=", 2);
            if (pair.length == 2
                    && !pair[0].isBlank()
                    && SENDABLE.matcher(parts[0]).matches()) {
                take(from, pair[0].strip(), pair[1].strip(), parts, now);
            }
        }
    }

    private void take(URI from, String name, String value, String[] parts, Instant now) {
        String domain = attribute(parts, "Domain")
                .map(text -> text.replaceFirst("^\\.", "").toLowerCase(Locale.ROOT))
                .orElse("");
        if (!domain.isEmpty() && !isWithin(hostOf(from), domain)) {
            return;
        }
        String path =
                attribute(parts, "Path").filter(text -> text.startsWith("/")).orElseGet(() -> directory(from));
        boolean secure = attribute(parts, "Secure").isPresent();
        Cookie cookie =
                new Cookie(name, value, domain.isEmpty() ? hostOf(from) : domain, domain.isEmpty(), path, secure);
        cookies.removeIf(cookie::isSuccessorOf);
        if (!isOver(parts, now)) {
            cookies.add(cookie);
        }
    }

    /** Returns whether a cookie is to be forgotten; {@code Max-Age} goes before {@code Expires}. */
    private static boolean isOver(String[] parts, Instant now) {
        Optional<String> age =
                attribute(parts, "Max-Age").filter(text -> SECONDS.matcher(text).matches());
        if (age.isPresent()) {
            return age.get().matches("-.*|0+");
        }
        return attribute(parts, "Expires")
                .flatMap(HttpDate::parse)
                .filter(end -> !end.isAfter(now))
                .isPresent();
    }

    /** Returns the value of an attribute, empty where it has none. The last one of a name counts. */
    private static Optional<String> attribute(String[] parts, String name) {
        Optional<String> value = Optional.empty();
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=", 2);
            if (pair[0].strip().equalsIgnoreCase(name)) {
                value = Optional.of(pair.length == 2 ? pair[1].strip() : "");
            }
        }
        return value;
    }

    /** Returns the value of the {@code Cookie} header for an address, if there is one (RFC 6265, 5.4). */
    Optional<String> headerFor(URI to) {
        String pairs = cookies.stream()
                .filter(cookie -> cookie.isFor(to))
                .sorted(Comparator.comparing(cookie -> -cookie.path.length()))
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        return Optional.of(pairs).filter(text -> !text.isEmpty());
    }

    private static String hostOf(URI uri) {
        return uri.getHost().toLowerCase(Locale.ROOT);
    }

    private static String pathOf(URI uri) {
        return uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    }

    /** Returns the path of a cookie that names none (RFC 6265, 5.1.4). */
    private static String directory(URI uri) {
        String path = pathOf(uri);
        return path.substring(0, Math.max(1, path.lastIndexOf('/')));
    }

    /** RFC 6265, 5.1.3. A domain without a dot, such as {@code com}, belongs to no site. */
    private static boolean isWithin(String host, String domain) {
        return host.equals(domain)
                || (domain.contains(".") && host.endsWith("." + domain) && !HostAddresses.isLiteral(host));
    }

    /** RFC 6265, 5.1.4. */
    private static boolean isBelow(String path, String directory) {
        return path.equals(directory) || path.startsWith(directory.endsWith("/") ? directory : directory + "/");
    }
}
