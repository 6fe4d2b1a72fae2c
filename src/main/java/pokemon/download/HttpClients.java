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
public final class HttpClients {
    private static final Map<ConnectSettings, HttpClient> CLIENTS = new HashMap<>();

    static {
        // With two processors or fewer, CompletableFuture would start a thread for the last step of every exchange.
        if (Runtime.getRuntime().availableProcessors() <= 2) {
            setDefault("java.util.concurrent.ForkJoinPool.common.parallelism", "2");
        }
        // An image comes through fewer hands in pieces of 64 KiB than in the client's own 16.
        setDefault("jdk.httpclient.bufsize", "65536");
        // By default the client keeps a password from a proxy that https addresses go through.
        setDefault("jdk.http.auth.tunneling.disabledSchemes", "");
    }

    private HttpClients() {}

    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

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

    /**
     * Ends the threads that wait for the network, for a JVM that is about to exit; no client works any more then.
     *
     * <p>HotSpot waits up to 0.3 s at its exit for threads that are in native code
     * ({@code VM_Exit::wait_for_threads_in_native_to_block}), which is where a selector spends its life.
     */
    public static void endAll() {
        // The threads have no other handle before JDK 21, and are found by the names that the client gives them.
        Thread[] threads = new Thread[2 * Thread.activeCount()];
        int count = Thread.enumerate(threads);
        for (int i = 0; i < count; i++) {
            if (threads[i].getName().endsWith("-SelectorManager")) {
                threads[i].interrupt();
            }
        }
    }

    private static HttpClient create(ConnectSettings settings) throws IOException {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.timeout());
        builder.sslContext(
                settings.authorities().isPresent()
                        ? TrustedAuthorities.context(settings.authorities().get())
                        : LazyTls.context());
        return builder.proxy(new Proxies(settings.proxies())).build();
    }
}
