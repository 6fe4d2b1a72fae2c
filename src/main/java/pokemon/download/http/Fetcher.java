package pokemon.download.http;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pokemon.download.connect.BandwidthLimit;
import pokemon.download.connect.ProxySettings;
import pokemon.download.connect.RequestSettings;
import pokemon.download.outcome.DownloadException;
import pokemon.download.outcome.FailureKind;
import pokemon.download.trace.AttemptTrace;

/**
 * Fetches one body over HTTP/1.1 within a deadline and a size limit. Only status 200 is a body. It follows redirects,
 * up to five, and {@link Redirect} decides whether and where to.
 */
public final class Fetcher {
    static final int MAX_REDIRECTS = 5;

    /**
     * The version of a saved image, for conditional requests (RFC 9110, 8.8).
     *
     * @param entityTag what the server called this version of it, with its quotation marks
     */
    public record Validator(Instant modified, Optional<String> entityTag) {}

    /**
     * A body, in the array of the buffer from its start to the limit.
     *
     * @param delimited whether its end was announced; otherwise it ended with the connection, and only its content can
     *     show that it was cut short
     * @param entityTag what the server calls this version of the image, where it sends no time
     */
    public record Body(
            ByteBuffer bytes, boolean delimited, Optional<Instant> lastModified, Optional<String> entityTag) {}

    private final RequestSender sender;
    private final RequestSettings settings;
    private final Clock clock;
    private final RequestTemplate sameOrigin;
    private final RequestTemplate crossOrigin;

    /** Makes a fetcher; dates in {@code Retry-After} are compared with the clock, and bandwidth is of all bodies. */
    public Fetcher(RequestSettings settings, Clock clock, BandwidthLimit bandwidth) {
        this.sender = new RequestSender(settings, bandwidth);
        this.settings = settings;
        this.clock = clock;
        ProxySettings proxies = settings.connection().proxies();
        this.sameOrigin = new RequestTemplate(settings.userAgent(), settings.headers(), proxies);
        // The user's headers may hold a secret for the one origin.
        this.crossOrigin = new RequestTemplate(settings.userAgent(), List.of(), proxies);
    }

    /**
     * Fetches an address.
     *
     * @param kept the version whose body is not wanted again
     * @return nothing when the address still has that version
     * @throws DownloadException when no usable answer arrives in time
     */
    public Optional<Body> fetch(URI uri, Optional<Validator> kept, AttemptTrace trace)
            throws DownloadException, InterruptedException {
        Answer answer = follow(uri, kept, trace);
        HttpResponse<ByteBuffer> response = answer.response();
        if (response.statusCode() == 304 && kept.isPresent()) {
            return Optional.empty();
        }
        if (response.statusCode() != 200) {
            throw new DownloadException(StatusFailureMapper.of(answer.uri(), response, clock.instant()));
        }
        HttpHeaders headers = response.headers();
        if (RequestSender.isContradictory(headers)) {
            throw new DownloadException(
                    FailureKind.PERMANENT,
                    "the server sent both Transfer-Encoding: chunked and Content-Length, which contradict each other"
                            + " (RFC 9112, 6.3)");
        }
        // RFC 9112, 6.3: one of these announces the end of the body.
        boolean delimited = headers.firstValue("Content-Length").isPresent()
                || headers.firstValue("Transfer-Encoding").isPresent();
        // Without an announced end, a connection that broke looks like damage.
        FailureKind ifDamaged = delimited ? FailureKind.DAMAGED : FailureKind.TRANSIENT;
        ByteBuffer body = ContentCoding.decode(response.body(), headers, settings.maxBytes(), ifDamaged);
        Optional<Instant> modified = headers.firstValue("Last-Modified").flatMap(HttpDate::parse);
        Optional<String> tag = modified.isPresent()
                ? Optional.empty()
                : headers.firstValue("ETag").map(String::strip).filter(EntityTags::isTag);
        return Optional.of(new Body(body, delimited, modified, tag));
    }

    /** An answer, and the address that was asked for it. */
    private record Answer(URI uri, HttpResponse<ByteBuffer> response) {}

    /** Follows redirects, all within the one deadline. The client's own limit counts differently from JDK to JDK. */
    private Answer follow(URI uri, Optional<Validator> kept, AttemptTrace trace)
            throws DownloadException, InterruptedException {
        long deadline = System.nanoTime() + settings.timeout().toNanos();
        Answer answer = new Answer(uri, sender.send(request(sameOrigin, uri, kept, Optional.empty()), deadline, trace));
        RedirectCookies cookies = new RedirectCookies();
        for (int redirects = 0; redirects < MAX_REDIRECTS; redirects++) {
            Optional<URI> target = Redirect.target(answer.uri(), answer.response());
            if (target.isEmpty()) {
                return answer;
            }
            cookies.take(answer.uri(), answer.response().headers(), clock.instant());
            RequestTemplate template = Redirect.isSameOrigin(uri, target.get()) ? sameOrigin : crossOrigin;
            HttpRequest request = request(template, target.get(), kept, cookies.headerFor(target.get()));
            answer = new Answer(target.get(), sender.send(request, deadline, trace));
        }
        return answer;
    }

    private static HttpRequest request(
            RequestTemplate template, URI uri, Optional<Validator> kept, Optional<String> cookies)
            throws DownloadException {
        try {
            return template.request(uri, kept, cookies);
        } catch (IllegalArgumentException e) {
            // The proxy of a redirect cannot be used; that of the source was checked before.
            throw new DownloadException(FailureKind.PERMANENT, e.getMessage());
        }
    }
}
