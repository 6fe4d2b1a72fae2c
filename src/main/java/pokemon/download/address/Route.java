package pokemon.download.address;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Optional;

/**
 * How the host of a URL is reached without a proxy.
 *
 * @param addresses all addresses of its name, as they are shown
 * @param address the one to connect to; nothing leaves the choice to the HTTP client, which takes the first
 */
public record Route(List<String> addresses, Optional<InetAddress> address) {
    /** Leads a request to the address. The name stays in the {@code Host} header (RFC 9110, 7.2). */
    public HttpRequest apply(HttpRequest request) {
        if (address.isEmpty()) {
            return request;
        }
        URI uri = request.uri();
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        URI direct = URI.create(uri.getScheme() + "://" + literal(address.get()) + port + uri.getRawPath() + query);
        return HttpRequest.newBuilder(request, (name, value) -> true)
                .uri(direct)
                .setHeader("Host", uri.getHost() + port)
                .build();
    }

    private static String literal(InetAddress address) {
        return address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
    }

    /** Returns the name for a TLS handshake that the HTTP client would otherwise make with the address. */
    public Optional<String> tlsName(URI uri) {
        return address.isPresent() && "https".equalsIgnoreCase(uri.getScheme())
                ? Optional.of(uri.getHost())
                : Optional.empty();
    }
}
