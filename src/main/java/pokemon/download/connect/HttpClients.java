package pokemon.download.connect;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import pokemon.download.address.NameLookups;
import pokemon.download.outcome.Shortage;

/**
 * The HTTP clients of this JVM, one for each way to connect.
 *
 * <p>They are shared by all runs and live as long as the JVM, because a client cannot be closed before JDK 21 and each
 * one keeps a selector thread: one per run would leak them.
 */
public final class HttpClients {
    private static final Map<List<?>, HttpClient> CLIENTS = new HashMap<>();

    /** Threads of a client. They block only in name lookups, and bodies are small. */
    private static final int THREADS =
            Math.max(4, Math.min(16, Runtime.getRuntime().availableProcessors()));

    private static final String RESTRICTED = "jdk.httpclient.allowRestrictedHeaders";

    static {
        CommonPool.prepare();
        // Pieces of 64 KiB instead of the default 16 cost fewer hand-overs between threads for each image.
        setDefault("jdk.httpclient.bufsize", "65536");
        int idle = DescriptorLimit.maxIdleConnections();
        if (idle < Integer.MAX_VALUE) {
            setDefault("jdk.httpclient.connectionPoolSize", Integer.toString(idle));
        }
        // Many servers wait for this before they close the connection, and only that ends a body without a length.
        setDefault("jdk.tls.acknowledgeCloseNotify", "true");
        // By default the client keeps a password from a proxy that https addresses go through.
        setDefault("jdk.http.auth.tunneling.disabledSchemes", "");
        // A request to an address of a host names the host in this header.
        String allowed = System.getProperty(RESTRICTED, "");
        System.setProperty(RESTRICTED, allowed.isEmpty() ? "host" : allowed + ",host");
        NameLookups.neverRememberFailures();
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
     * @param tlsName the host that TLS handshakes are for, where requests hold its address instead
     * @throws IOException when the trusted authorities cannot be read, or the system starts no threads
     */
    public static synchronized HttpClient get(ConnectionSettings settings, Optional<String> tlsName)
            throws IOException {
        // A list, because linking the methods of records as keys takes 3 ms of each JVM.
        ProxySettings proxies = settings.proxies();
        List<?> key = List.of(
                settings.timeout(),
                settings.authorities(),
                proxies.http(),
                proxies.https(),
                proxies.exceptions(),
                tlsName);
        HttpClient client = CLIENTS.get(key);
        if (client == null) {
            client = create(settings, tlsName);
            CLIENTS.put(key, client);
        }
        return client;
    }

    /** Forgets a client that failed because its own threads ended, so that the next request gets a new one. */
    public static synchronized void discardIfDead(HttpClient client, Throwable thrown) {
        if (isDead(thrown) && CLIENTS.values().remove(client)) {
            client.executor().ifPresent(executor -> ((ExecutorService) executor).shutdown());
        }
    }

    /** Returns whether a failure shows that the client itself is dead. */
    public static boolean isDead(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            // The words of JDK 17 and of JDK 21 and newer (HttpClientImpl.SelectorManager, HttpClientImpl.shutdown).
            if (cause instanceof RejectedExecutionException
                    || message.contains("selector manager closed")
                    || message.contains("selectormanager")
                    || message.contains("httpclient closed")) {
                return true;
            }
        }
        return false;
    }

    /**
     * Ends the threads that wait for the network, for a JVM that is about to exit; no client works any more then.
     *
     * <p>HotSpot waits up to 0.3 s at its exit for threads that are in native code
     * ({@code VM_Exit::wait_for_threads_in_native_to_block}), which is where a selector waits.
     */
    public static void stopSelectors() {
        // The threads have no other handle before JDK 21, and are found by the names that the client gives them.
        Thread[] threads = new Thread[2 * Thread.activeCount()];
        int count = Thread.enumerate(threads);
        for (int i = 0; i < count; i++) {
            if (threads[i].getName().endsWith("-SelectorManager")) {
                threads[i].interrupt();
            }
        }
    }

    private static HttpClient create(ConnectionSettings settings, Optional<String> tlsName) throws IOException {
        Optional<SSLContext> trusted = settings.authorities().isPresent()
                ? Optional.of(CaCertificates.context(settings.authorities().get()))
                : Optional.empty();
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                THREADS, THREADS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), HttpClients::daemon);
        try {
            // All threads there will ever be: a system that has no more of them says so now and not in mid-run.
            executor.prestartAllCoreThreads();
            CommonPool.start();
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(settings.timeout())
                    .sslContext(LazySslContext.context(trusted, tlsName))
                    .proxy(selector(settings.proxies()))
                    .executor(executor)
                    .build();
        } catch (OutOfMemoryError e) {
            executor.shutdown();
            throw new IOException(Shortage.of(e).orElseThrow(), e);
        }
    }

    private static ProxySelector selector(ProxySettings settings) {
        return new ProxySelector() {
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
        };
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "http-client");
        thread.setDaemon(true);
        return thread;
    }
}
