package pokemon.download.address;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The routes to hosts, each found once and kept until it fails, so that later images do not pay for a dead address.
 * Safe for use by many threads: they wait together for the same search.
 */
public final class Routes {
    private final ConcurrentMap<String, CompletableFuture<Route>> known = new ConcurrentHashMap<>();
    private final Duration connectLimit;

    /**
     * How the host of a URL is reached without a proxy.
     *
     * @param addresses all addresses of its name, as they are shown
     * @param address the one to connect to; an empty one leaves the choice to the HTTP client, which takes the first
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
            return address.filter(any -> "https".equalsIgnoreCase(uri.getScheme()))
                    .map(any -> uri.getHost());
        }
    }

    /** Makes routes whose addresses have to accept a connection within a time. */
    public Routes(Duration connectLimit) {
        this.connectLimit = connectLimit;
    }

    /**
     * Returns the route to the host of an address. A search that takes too long goes on for the next caller.
     *
     * @param executor runs the search
     * @param deadline when to stop waiting, as {@link System#nanoTime}
     */
    public Route to(URI uri, Executor executor, long deadline)
            throws ExecutionException, TimeoutException, InterruptedException {
        String key = key(uri);
        CompletableFuture<Route> route =
                known.computeIfAbsent(key, any -> CompletableFuture.supplyAsync(() -> find(uri), executor));
        try {
            return route.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            known.remove(key, route);
            throw e;
        }
    }

    private Route find(URI uri) {
        try {
            return HostAddresses.route(uri.getHost(), UriReference.port(uri), connectLimit);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    /** Forgets a route that failed, unless another one was found since. */
    public void forget(URI uri, Route failed) {
        known.computeIfPresent(key(uri), (key, route) -> route.isDone() && isSame(route, failed) ? null : route);
    }

    private static boolean isSame(CompletableFuture<Route> route, Route other) {
        return !route.isCompletedExceptionally() && route.join().equals(other);
    }

    private static String key(URI uri) {
        return uri.getHost() + ":" + UriReference.port(uri);
    }
}
