package pokemon.download;

import java.io.IOException;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells the HTTP client which proxy to take and how to log in there. */
final class Proxies extends ProxySelector {
    private final ProxySettings settings;

    Proxies(ProxySettings settings) {
        this.settings = settings;
    }

    @Override
    public List<Proxy> select(URI uri) {
        return List.of(settings.proxyFor(uri)
                .map(proxy -> new Proxy(Proxy.Type.HTTP, ProxySettings.address(proxy)))
                .orElse(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // There is no other proxy to try; the request fails and says so.
    }

    /** Returns what answers a proxy that asks for a login, when a proxy's address holds one. */
    Optional<Authenticator> authenticator() {
        boolean hasLogin = Stream.of(settings.http(), settings.https())
                .flatMap(Optional::stream)
                .anyMatch(proxy -> proxy.getUserInfo() != null);
        return hasLogin ? Optional.of(new Login(settings)) : Optional.empty();
    }

    private static final class Login extends Authenticator {
        private final ProxySettings settings;

        Login(ProxySettings settings) {
            this.settings = settings;
        }

        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
            // The user info of the address is meant for the proxy alone, never for a server.
            if (getRequestorType() != RequestorType.PROXY) {
                return null;
            }
            String[] login = Stream.of(settings.http(), settings.https())
                    .flatMap(Optional::stream)
                    .filter(proxy -> proxy.getHost().equalsIgnoreCase(getRequestingHost())
                            && ProxySettings.address(proxy).getPort() == getRequestingPort())
                    .map(URI::getUserInfo)
                    .findFirst()
                    .orElse("")
                    .split(":", 2);
            return new PasswordAuthentication(login[0], (login.length > 1 ? login[1] : "").toCharArray());
        }
    }
}
