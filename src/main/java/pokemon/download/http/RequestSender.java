package pokemon.download.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import pokemon.download.address.HostAddresses;
import pokemon.download.address.HostAddresses.TriedAddressesException;
import pokemon.download.address.Routes;
import pokemon.download.address.Routes.Route;
import pokemon.download.connect.BandwidthLimit;
import pokemon.download.connect.HttpClients;
import pokemon.download.connect.RequestSettings;
import pokemon.download.outcome.DownloadException;
import pokemon.download.outcome.FailureKind;
import pokemon.download.trace.AttemptTrace;

/**
 * Sends one request and receives its answer within a deadline.
 *
 * <p>The client's own request timeout ends when the headers have arrived (JDK-8208693), therefore the exchange runs
 * asynchronously and is cancelled when the deadline has passed, wherever it is by then.
 */
final class RequestSender {
    private final RequestSettings settings;
    private final BandwidthLimit bandwidth;
    private final Routes routes;

    RequestSender(RequestSettings settings, BandwidthLimit bandwidth) {
        this.settings = settings;
        this.bandwidth = bandwidth;
        this.routes = new Routes(settings.connection().timeout());
    }

    /**
     * Sends a request. Of an answer with another status than 200 the body is discarded.
     *
     * @param deadline when to give up, as {@link System#nanoTime}
     * @throws DownloadException when no answer arrives in time
     */
    HttpResponse<ByteBuffer> send(HttpRequest request, long deadline, AttemptTrace trace)
            throws DownloadException, InterruptedException {
        ExchangeTimer timer = new ExchangeTimer(request.uri(), trace);
        try {
            HttpResponse<ByteBuffer> response = send(request, deadline, timer);
            timer.answered(response);
            return response;
        } catch (DownloadException e) {
            timer.failed(e.getMessage());
            throw e;
        }
    }

    private HttpResponse<ByteBuffer> send(HttpRequest request, long deadline, ExchangeTimer timer)
            throws DownloadException, InterruptedException {
        Optional<URI> proxy = settings.connection().proxies().proxyFor(request.uri());
        try {
            return proxy.isPresent() || HostAddresses.isLiteral(request.uri().getHost())
                    ? exchange(request, Optional.empty(), deadline, timer)
                    : sendByName(request, deadline, timer);
        } catch (TimeoutException e) {
            throw new DownloadException(
                    FailureKind.TRANSIENT, "no complete answer within " + seconds(settings.timeout()) + " s");
        } catch (ExecutionException e) {
            throw new DownloadException(NetworkFailureMapper.of(request.uri(), proxy, e.getCause()));
        }
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e9).replaceFirst("\\.?0+$", "");
    }

    private HttpResponse<ByteBuffer> sendByName(HttpRequest request, long deadline, ExchangeTimer timer)
            throws ExecutionException, TimeoutException, InterruptedException {
        Route route = route(request.uri(), deadline);
        try {
            return exchange(route.apply(request), route.tlsName(request.uri()), deadline, timer);
        } catch (TimeoutException e) {
            routes.forget(request.uri(), route);
            throw e;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (!(cause instanceof ConnectException) && !(cause instanceof HttpConnectTimeoutException)) {
                throw e;
            }
            routes.forget(request.uri(), route);
            if (route.addresses().size() == 1) {
                throw new ExecutionException(new TriedAddressesException(route.addresses(), cause));
            }
        }
        // The address was good once. Another one may be now.
        Route other = route(request.uri(), deadline);
        return exchange(other.apply(request), other.tlsName(request.uri()), deadline, timer);
    }

    private Route route(URI uri, long deadline) throws ExecutionException, TimeoutException, InterruptedException {
        return routes.to(uri, client(Optional.empty()).executor().orElseThrow(), deadline);
    }

    private HttpResponse<ByteBuffer> exchange(
            HttpRequest request, Optional<String> tlsName, long deadline, ExchangeTimer timer)
            throws ExecutionException, TimeoutException, InterruptedException {
        HttpClient client = client(tlsName);
        DiscardedBody page = new DiscardedBody();
        CompletableFuture<HttpResponse<ByteBuffer>> exchange = start(client, request, page, timer);
        try {
            HttpResponse<ByteBuffer> response = await(exchange, deadline, timer);
            if (!isWanted(response.statusCode(), response.headers())) {
                page.awaitEnd();
            }
            return response;
        } catch (ExecutionException e) {
            HttpClients.discardIfDead(client, e.getCause());
            throw e;
        } finally {
            // Without effect on a finished exchange; closes the connection of an unfinished one.
            exchange.cancel(true);
        }
    }

    /** Waits for an answer. The time that the limit of bandwidth takes does not count. */
    private static HttpResponse<ByteBuffer> await(
            CompletableFuture<HttpResponse<ByteBuffer>> exchange, long deadline, ExchangeTimer timer)
            throws ExecutionException, TimeoutException, InterruptedException {
        while (true) {
            try {
                return exchange.get(deadline + timer.heldBack() - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (deadline + timer.heldBack() - System.nanoTime() <= 0) {
                    throw e;
                }
            }
        }
    }

    private static boolean isWanted(int status, HttpHeaders headers) {
        return status == 200 && !isContradictory(headers);
    }

    /**
     * Returns whether an answer is chunked and has a length, too, so that clients differ about its end (RFC 9112, 6.3).
     */
    static boolean isContradictory(HttpHeaders headers) {
        return headers.firstValue("Content-Length").isPresent()
                && headers.allValues("Transfer-Encoding").stream()
                        .anyMatch(coding -> coding.toLowerCase(Locale.ROOT).contains("chunked"));
    }

    private HttpClient client(Optional<String> tlsName) throws ExecutionException {
        try {
            return HttpClients.get(settings.connection(), tlsName);
        } catch (IOException e) {
            throw new ExecutionException(e);
        }
    }

    private CompletableFuture<HttpResponse<ByteBuffer>> start(
            HttpClient client, HttpRequest request, DiscardedBody page, ExchangeTimer timer) {
        try {
            return client.sendAsync(request, head -> {
                timer.headArrived();
                return isWanted(head.statusCode(), head.headers())
                        ? new BoundedBody(head.headers(), settings.maxBytes(), bandwidth, timer)
                        : page;
            });
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
