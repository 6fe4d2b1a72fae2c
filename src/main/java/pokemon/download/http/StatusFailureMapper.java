package pokemon.download.http;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pokemon.directory.UntrustedText;
import pokemon.download.outcome.FailureKind;
import pokemon.download.outcome.Outcome.Failed;

/** Maps statuses other than 200 to failures in plain words. */
final class StatusFailureMapper {
    private static final Pattern SECONDS = Pattern.compile("([0-9]{1,18})(\\.[0-9]+)?");
    private static final long MAX_SECONDS = 999_999_999;

    private StatusFailureMapper() {}

    static Failed of(URI uri, HttpResponse<?> response, Instant now) {
        int status = response.statusCode();
        if (Redirect.is(response)) {
            String last = UntrustedText.shown(Redirect.location(response));
            String tooMany = "more than " + Fetcher.MAX_REDIRECTS + " redirects, the last one to " + last;
            return new Failed(
                    FailureKind.PERMANENT, Redirect.refusal(uri, response).orElse(tooMany));
        }
        if (status == 407) {
            return new Failed(FailureKind.PROXY_LOGIN, "the proxy wants a login (status 407)");
        }
        Optional<Duration> retryAfter = retryAfter(response, now);
        FailureKind kind = kind(status, retryAfter.isPresent());
        return new Failed(kind, "the server answered " + status + name(status), retryAfter);
    }

    private static FailureKind kind(int status, boolean hasRetryAfter) {
        if (status >= 500) {
            return FailureKind.TRANSIENT;
        }
        // RFC 8470, 5.2: 425 asks for the same request a little later.
        if (hasRetryAfter || status == 429 || status == 425) {
            return FailureKind.THROTTLED;
        }
        if (status == 404 || status == 410) {
            return FailureKind.NOT_FOUND;
        }
        // RFC 9110, 15.5.20: after 421 another connection may be the right one.
        return status == 408 || status == 421 ? FailureKind.TRANSIENT : FailureKind.PERMANENT;
    }

    /** Reads the header (RFC 9110, 10.2.3). A value that is neither seconds nor a date is as good as none. */
    private static Optional<Duration> retryAfter(HttpResponse<?> response, Instant now) {
        String text = response.headers().firstValue("Retry-After").orElse("").strip();
        Matcher seconds = SECONDS.matcher(text);
        if (seconds.matches()) {
            // Some servers send fractions. A wait is cut to 31 years.
            String whole = seconds.group(1);
            long count = whole.length() > 9 ? MAX_SECONDS : Long.parseLong(whole);
            return Optional.of(Duration.ofSeconds(seconds.group(2) == null ? count : count + 1));
        }
        return HttpDate.parse(text)
                .map(time -> Duration.between(now, time))
                // The clock of the server may be behind.
                .map(pause -> pause.isNegative() ? Duration.ZERO : pause);
    }

    private static String name(int status) {
        return switch (status) {
            case 202 -> " (accepted)";
            case 204 -> " (no content)";
            case 206 -> " (partial content)";
            case 301, 302, 303, 307, 308 -> ", a redirect without a Location";
            case 304 -> " (not modified), which was not asked for";
            case 401 -> " (unauthorized)";
            case 403 -> " (forbidden)";
            case 404 -> " (not found)";
            case 408 -> " (request timeout)";
            case 410 -> " (gone)";
            case 421 -> " (misdirected request)";
            case 423 -> " (locked)";
            case 425 -> " (too early)";
            case 429 -> " (too many requests)";
            case 500 -> " (internal server error)";
            case 502 -> " (bad gateway)";
            case 503 -> " (service unavailable)";
            case 504 -> " (gateway timeout)";
            default -> "";
        };
    }
}
