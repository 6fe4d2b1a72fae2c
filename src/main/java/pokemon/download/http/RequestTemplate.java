package pokemon.download.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pokemon.download.Header;
import pokemon.download.connect.ProxySettings;

/**
 * What all requests of a run have in common. Safe for use by many threads at once.
 *
 * <p>The headers are checked and sorted into a request once and not for every image: in a child JVM, which fetches too
 * few of them for this to be compiled, that would be a tenth of an image's time without the pixels.
 */
final class RequestTemplate {
    private static final String MODIFIED_SINCE = "If-Modified-Since";
    private static final String NONE_MATCH = "If-None-Match";
    private static final String COOKIE = "Cookie";

    /** Only ever copied. */
    private final HttpRequest.Builder common = HttpRequest.newBuilder();

    private final ProxySettings proxies;
    private final boolean conditional;
    private final boolean ownCookies;

    /**
     * Prepares requests.
     *
     * @param headers the user's headers, which replace ours of the same name
     * @param proxies the proxies that the client takes, with logins for them
     */
    RequestTemplate(String userAgent, List<Header> headers, ProxySettings proxies) {
        List<Header> own = new ArrayList<>();
        own.add(new Header("User-Agent", userAgent));
        own.add(new Header(
                "Accept", "image/png, image/webp;q=0.5, image/jpeg;q=0.5, image/gif;q=0.5, image/tiff;q=0.5"));
        own.removeIf(header -> isAmong(headers, header.name()));
        own.addAll(headers);
        own.forEach(header -> common.header(header.name(), header.value()));
        this.proxies = proxies;
        this.conditional = !isAmong(headers, MODIFIED_SINCE) && !isAmong(headers, NONE_MATCH);
        this.ownCookies = isAmong(headers, COOKIE);
    }

    private static boolean isAmong(List<Header> headers, String name) {
        return headers.stream().anyMatch(header -> header.isNamed(name));
    }

    /**
     * Returns a request for an address.
     *
     * @param kept asks for the body only if it is another one, unless the user's headers hold a condition
     * @param cookies what the server wants to hear again, unless the user's headers hold cookies
     * @throws IllegalArgumentException when the proxy for the address cannot be used
     */
    HttpRequest request(URI uri, Optional<Validator> kept, Optional<String> cookies) {
        proxies.proxyFor(uri);
        HttpRequest.Builder request = common.copy().uri(uri);
        if (conditional && kept.isPresent()) {
            // RFC 9110, 13.1.3: a server that knows the tag does not look at the time.
            request.header(MODIFIED_SINCE, HttpDate.format(kept.get().modified()));
            kept.get().entityTag().ifPresent(tag -> request.header(NONE_MATCH, tag));
        }
        if (!ownCookies && cookies.isPresent()) {
            request.header(COOKIE, cookies.get());
        }
        if (proxies.hasLogin()) {
            // The client's own way to log in keeps the user's Authorization from the server (JDK 17). It takes this
            // header to the proxy only, and out of what goes through a tunnel.
            proxies.credentialsFor(uri).ifPresent(login -> request.header("Proxy-Authorization", login));
        }
        return request.build();
    }
}
