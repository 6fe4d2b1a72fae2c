package pokemon.download.connect;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * The proxies that the environment names, read as curl reads them: {@code http_proxy} in lower case only,
 * {@code https_proxy}, {@code all_proxy} and {@code no_proxy} in either.
 *
 * @param exceptions the hosts that are reached directly
 */
public record ProxySettings(Optional<ProxyAddress> http, Optional<ProxyAddress> https, String exceptions) {
    public static final ProxySettings NONE = new ProxySettings(Optional.empty(), Optional.empty(), "");

    /** The port of a proxy that is named without one, as with curl. */
    private static final int DEFAULT_PORT = 1080;

    public static ProxySettings of(Map<String, String> environment) {
        return new ProxySettings(
                // Upper case is left out because CGI servers set HTTP_PROXY from a header of the request.
                first(environment, "http_proxy", "all_proxy", "ALL_PROXY"),
                first(environment, "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"),
                environment.getOrDefault("no_proxy", environment.getOrDefault("NO_PROXY", "")));
    }

    private static Optional<ProxyAddress> first(Map<String, String> environment, String... names) {
        for (String name : names) {
            String value = environment.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                return Optional.of(new ProxyAddress(name, value));
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the proxy for an address, or nothing when it is reached directly.
     *
     * @throws IllegalArgumentException when it cannot be used; the message says which and why
     */
    public Optional<URI> proxyFor(URI address) {
        Optional<ProxyAddress> proxy = "https".equalsIgnoreCase(address.getScheme()) ? https : http;
        return proxy.filter(any -> !ProxyExceptions.contain(exceptions, address.getHost()))
                .map(ProxyAddress::uri);
    }

    /** Returns the credentials for the proxy of an address (RFC 7617, 2), if it has one that holds a login. */
    public Optional<String> credentialsFor(URI address) {
        return proxyFor(address)
                .map(URI::getUserInfo)
                .map(login -> login.contains(":") ? login : login + ":")
                .map(login -> "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns where a proxy listens, its name not yet resolved. */
    public static InetSocketAddress address(URI proxy) {
        return InetSocketAddress.createUnresolved(
                proxy.getHost(), proxy.getPort() < 0 ? DEFAULT_PORT : proxy.getPort());
    }
}
