package pokemon.download.connect;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import pokemon.download.address.UriReference;

/**
 * The address of a proxy as a variable of the environment has it. It may hold a login, so it shows its variable only.
 *
 * <p>It is read when a request needs it: variables are set for all programs, and not each of them can use all proxies.
 *
 * @param value its value, such as {@code http://127.0.0.1:3128}
 */
public record ProxyAddress(String variable, String value) {
    /** Returns a URI with a host, or throws an {@link IllegalArgumentException} that says why and no login. */
    URI uri() {
        URI uri;
        try {
            uri = new URI(value.contains("://") ? value : "http://" + value);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(variable + " is not the address of a proxy: " + e.getReason(), e);
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http")) {
            throw new IllegalArgumentException(
                    variable + " names a " + scheme + " proxy; only http proxies are supported");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException(
                    variable + " is not the address of a proxy: " + UriReference.whyNoHost(uri));
        }
        if (uri.getPort() > 65_535) {
            throw new IllegalArgumentException(variable + " has a port above 65535");
        }
        return uri;
    }

    @Override
    public String toString() {
        return "ProxyAddress[" + variable + "]";
    }
}
