package pokemon.download.connect;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/** Tells the HTTP client which proxy to take. */
final class ConfiguredProxySelector extends ProxySelector {
    private final ProxySettings settings;

    ConfiguredProxySelector(ProxySettings settings) {
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
}
