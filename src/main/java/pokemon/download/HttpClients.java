package pokemon.download;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.Map;

/**
 * The HTTP clients of this JVM, one for each way to connect.
 *
 * <p>They are shared by all runs and live as long as the JVM, because a client cannot be closed before JDK 21 and each
 * one keeps a selector thread: one per run would leak them.
 */
final class HttpClients {
    private static final Map<ConnectSettings, HttpClient> CLIENTS = new HashMap<>();

    private HttpClients() {}

    /**
     * Returns the client that connects in a way.
     *
     * @throws IOException when the trusted authorities cannot be read
     */
    static synchronized HttpClient get(ConnectSettings settings) throws IOException {
        HttpClient client = CLIENTS.get(settings);
        if (client == null) {
            client = create(settings);
            CLIENTS.put(settings, client);
        }
        return client;
    }

    private static HttpClient create(ConnectSettings settings) throws IOException {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.timeout());
        if (settings.authorities().isPresent()) {
            builder.sslContext(TrustedAuthorities.context(settings.authorities().get()));
        }
        Proxies proxies = new Proxies(settings.proxies());
        proxies.authenticator().ifPresent(login -> {
            // By default the client refuses to log in to a proxy with a password that https addresses go through.
            System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
            builder.authenticator(login);
        });
        return builder.proxy(proxies).build();
    }
}
