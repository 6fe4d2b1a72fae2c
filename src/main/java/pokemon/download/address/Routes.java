package pokemon.download.address;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
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
