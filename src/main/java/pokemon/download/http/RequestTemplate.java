package pokemon.download.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pokemon.download.connect.Header;
import pokemon.download.connect.ProxySettings;

/** The common parts of all requests of a run. Safe for use by many threads at once. */
final class RequestTemplate {
    private static final String MODIFIED_SINCE = "If-Modified-Since";
    private static final String NONE_MATCH = "If-None-Match";
    private static final String COOKIE = "Cookie";

    private final List<Header> common = new ArrayList<>();
    private final ProxySettings proxies;
    private final boolean conditional;
    private final boolean ownCookies;

    /** Prepares requests. The user's headers replace others of the same name. */
    RequestTemplate(String userAgent, List<Header> headers, ProxySettings proxies) {
        common.add(new Header("User-Agent", userAgent));
        common.add(new Header(
                "Accept", "image/png, image/webp;q=0.5, image/jpeg;q=0.5, image/gif;q=0.5, image/tiff;q=0.5"));
        common.removeIf(header -> isAmong(headers, header.name()));
        common.addAll(headers);
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
     * @param kept the version whose body is not wanted again; ignored where the user's headers hold a condition
     * @param cookies the value of the {@code Cookie} header; ignored where the user's headers hold one
     * @throws IllegalArgumentException when the proxy for the address cannot be used
     */
    HttpRequest request(URI uri, Optional<Fetcher.Validator> kept, Optional<String> cookies) {
        Optional<String> login = proxies.credentialsFor(uri);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        common.forEach(header -> request.header(header.name(), header.value()));
        if (conditional && kept.isPresent()) {
            // RFC 9110, 13.1.3: a server that knows the tag does not look at the time.
            request.header(MODIFIED_SINCE, HttpDate.format(kept.get().modified()));
            kept.get().entityTag().ifPresent(tag -> request.header(NONE_MATCH, tag));
        }
        if (!ownCookies && cookies.isPresent()) {
            request.header(COOKIE, cookies.get());
        }
        // The client's own login keeps the user's Authorization from the server (JDK 17). It sends this header to the
        // proxy only, and removes it from what goes through a tunnel.
        login.ifPresent(value -> request.header("Proxy-Authorization", value));
        return request.build();
    }
}
