package pokemon.download;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches one body over HTTP/1.1 within a deadline and a size limit. Only status 200 is a body.
 *
 * <p>The client's own request timeout ends when the headers have arrived (JDK-8208693), therefore the exchange runs
 * asynchronously and is cancelled when the deadline has passed, wherever it is by then.
 */
final class Fetcher {
    /** What an error page may weigh before its connection is given up instead of being kept alive. */
    private static final int MAX_ERROR_PAGE_BYTES = 64 << 10;

    private static final int MOST_REDIRECTS = 5;

    private final HttpClient client;
    private final DownloadSettings settings;
    private final Clock clock;
    private final RequestTemplate here;
    private final RequestTemplate elsewhere;

    Fetcher(HttpClient client, DownloadSettings settings, Clock clock) {
        this.client = client;
        this.settings = settings;
        this.clock = clock;
        this.here = template(settings.headers());
        // What the user says to one site, such as a password, is not for another one.
        this.elsewhere = template(List.of());
    }

    private RequestTemplate template(List<Header> headers) {
        return new RequestTemplate(
                settings.userAgent(), headers, settings.connect().proxies());
    }

    /**
     * Fetches an address.
     *
     * @param modifiedSince asks for the body only if it changed after this time
     * @throws DownloadException when no usable answer arrives in time
     */
    Fetched fetch(URI uri, Optional<Instant> modifiedSince) throws DownloadException, InterruptedException {
        HttpResponse<ByteBuffer> response = follow(uri, modifiedSince);
        if (response.statusCode() == 304 && modifiedSince.isPresent()) {
            return new Fetched.NotModified();
        }
        if (response.statusCode() != 200) {
            throw new DownloadException(StatusFailure.of(response, clock.instant()));
        }
        return new Fetched.Body(response.body(), isDelimited(response), date(response, "Last-Modified"));
    }

    /** Says whether the end of the body was announced (RFC 9112, 6.3). */
    private static boolean isDelimited(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Length").isPresent()
                || response.headers().firstValue("Transfer-Encoding").isPresent();
    }

    /** Follows redirects, all within the one deadline. The client's own limit counts differently from JDK to JDK. */
    private HttpResponse<ByteBuffer> follow(URI uri, Optional<Instant> modifiedSince)
            throws DownloadException, InterruptedException {
        long deadline = System.nanoTime() + settings.timeout().toNanos();
        HttpResponse<ByteBuffer> response = exchange(here.request(uri, modifiedSince), deadline);
        for (int redirects = 0; redirects < MOST_REDIRECTS; redirects++) {
            Optional<URI> target = Redirect.target(response);
            if (target.isEmpty()) {
                return response;
            }
            RequestTemplate template = Redirect.isSameSite(uri, target.get()) ? here : elsewhere;
            response = exchange(template.request(target.get(), modifiedSince), deadline);
        }
        return response;
    }

    private HttpResponse<ByteBuffer> exchange(HttpRequest request, long deadline)
            throws DownloadException, InterruptedException {
        CompletableFuture<HttpResponse<ByteBuffer>> exchange = client.sendAsync(
                request,
                head -> new CappedBody(
                        head.headers(), head.statusCode() == 200 ? settings.maxBytes() : MAX_ERROR_PAGE_BYTES));
        try {
            return exchange.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new DownloadException(
                    FailureKind.TRANSIENT, "no complete answer within " + seconds(settings.timeout()) + " s");
        } catch (ExecutionException e) {
            throw new DownloadException(NetworkFailure.of(
                    request.uri(), settings.connect().proxies().proxyFor(request.uri()), e.getCause()));
        } finally {
            // Without effect on a finished exchange; closes the connection of an unfinished one.
            exchange.cancel(true);
        }
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e9).replaceFirst("\\.?0+$", "");
    }

    /** Returns the time in a date header, nothing when it is missing or malformed. */
    static Optional<Instant> date(HttpResponse<?> response, String header) {
        return response.headers().firstValue(header).flatMap(HttpDate::parse);
    }
}
