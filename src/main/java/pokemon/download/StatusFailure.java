package pokemon.download;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Says in plain words, and sorts, what a status other than 200 means for an image. */
final class StatusFailure {
    private StatusFailure() {}

    /** Turns an answer into a failure. */
    static Outcome.Failed of(HttpResponse<?> response, Instant now) {
        int status = response.statusCode();
        if (Redirect.is(response)) {
            return new Outcome.Failed(
                    FailureKind.PERMANENT,
                    Redirect.refusal(response)
                            .orElse("more than 5 redirects, the last one to " + Redirect.location(response)));
        }
        if (status == 407) {
            return new Outcome.Failed(FailureKind.REFUSED, "the proxy wants a login (status 407)");
        }
        if (status == 408 || status == 429 || status >= 500) {
            return new Outcome.Failed(
                    FailureKind.TRANSIENT, "the server answered " + named(status), retryAfter(response, now));
        }
        return new Outcome.Failed(FailureKind.PERMANENT, "the server answered " + named(status));
    }

    private static Optional<Duration> retryAfter(HttpResponse<?> response, Instant now) {
        String text = response.headers().firstValue("Retry-After").orElse("").strip();
        if (text.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        // RFC 9110, 10.2.3: otherwise it is a date.
        return Fetcher.date(response, "Retry-After")
                .map(time -> Duration.between(now, time))
                .filter(pause -> !pause.isNegative());
    }

    private static String named(int status) {
        String name =
                switch (status) {
                    case 204 -> " (no content)";
                    case 206 -> " (partial content)";
                    case 304 -> " (not modified), which was not asked for";
                    case 401 -> " (unauthorized)";
                    case 403 -> " (forbidden)";
                    case 404 -> " (not found)";
                    case 408 -> " (request timeout)";
                    case 410 -> " (gone)";
                    case 429 -> " (too many requests)";
                    case 500 -> " (internal server error)";
                    case 502 -> " (bad gateway)";
                    case 503 -> " (service unavailable)";
                    case 504 -> " (gateway timeout)";
                    default -> "";
                };
        return status + name;
    }
}
