package pokemon.download.http;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pokemon.download.outcome.DownloadException;
import pokemon.download.outcome.FailureKind;

/**
 * The cookies that are set along one chain of redirects, for hosts that want to see theirs again (RFC 6265). They end
 * with the chain.
 */
final class RedirectCookies {
    private Optional<CookieManager> cookies = Optional.empty();

    /** Takes the cookies of an answer; one that is malformed is left out. */
    void take(URI from, HttpResponse<?> response) throws DownloadException {
        if (response.headers().firstValue("Set-Cookie").isEmpty()) {
            return;
        }
        if (cookies.isEmpty()) {
            cookies = Optional.of(new CookieManager(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER));
        }
        try {
            cookies.get().put(from, response.headers().map());
        } catch (IOException e) {
            throw new DownloadException(FailureKind.TRANSIENT, NetworkFailureMapper.deepestMessage(e));
        }
    }

    /** Returns the value of the {@code Cookie} header for an address, if there is one. */
    Optional<String> headerFor(URI to) throws DownloadException {
        if (cookies.isEmpty()) {
            return Optional.empty();
        }
        try {
            List<String> values = cookies.get().get(to, Map.of()).getOrDefault("Cookie", List.of());
            return values.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", values));
        } catch (IOException e) {
            throw new DownloadException(FailureKind.TRANSIENT, NetworkFailureMapper.deepestMessage(e));
        }
    }
}
