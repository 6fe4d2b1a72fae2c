package pokemon.download;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The HTTP clients of this JVM, one for each way to connect.
 *
 * <p>They are shared by all runs and live as long as the JVM, because a client cannot be closed before JDK 21 and each
 * one keeps a selector thread: one per run would leak them.
 */
final class HttpClients {
    private static final Map<Duration, HttpClient> CLIENTS = new ConcurrentHashMap<>();

    private HttpClients() {}

    /** Returns the client for these settings. */
    static HttpClient get(DownloadSettings settings) {
        return CLIENTS.computeIfAbsent(settings.connectTimeout(), HttpClients::create);
    }

    private static HttpClient create(Duration connectTimeout) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(connectTimeout)
                .build();
    }
}
