package pokemon.child;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pokemon.download.ConversionSettings;
import pokemon.download.DownloadSettings;
import pokemon.download.ExistingFilePolicy;
import pokemon.download.ImageSource;
import pokemon.download.ReencodeMode;
import pokemon.download.connect.ConnectionSettings;
import pokemon.download.connect.Header;
import pokemon.download.connect.ProxyAddress;
import pokemon.download.connect.ProxySettings;
import pokemon.download.connect.RequestSettings;
import pokemon.download.outcome.FailureKind;
import pokemon.download.outcome.Outcome;
import pokemon.download.trace.AttemptTrace;
import pokemon.png.chunk.Checks;

/**
 * The lines between parent and child: ASCII words, free text URL-encoded.
 *
 * <p>Parent to child: the settings, one {@code name value} line each, an empty line, then a line per id: the id, and
 * the limit of bytes per second if there is one. Child to parent: {@code ready} once, then one outcome and trace per
 * id, and {@code alive} every second while it works. Each line begins with the nonce of the run, so no other output of
 * the child is mistaken for an answer. An empty line goes before each, so no answer continues a line of other output.
 */
final class ChildProtocol {
    private static final String READY = "ready";
    private static final String ALIVE = "alive";
    private static final String NONE = "-";

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /** The number of words of an outcome, the id included. */
    private static final Map<String, Integer> WORDS = Map.of("saved", 6, "skipped", 3, "failed", 5);

    private ChildProtocol() {}

    /** An answer of a child, or its absence. */
    sealed interface Answer {}

    /** The child will never answer again. */
    record Exited() implements Answer {}

    /** The child is silent. */
    record TimedOut() implements Answer {}

    /** The child is up and waits for ids. */
    record Ready() implements Answer {}

    /** The child works on its id. */
    record Alive() implements Answer {}

    /** The child broke the protocol. */
    record Malformed() implements Answer {}

    /** The child is done with an id. */
    record Done(int id, Outcome outcome, AttemptTrace trace) implements Answer {}

    static String settings(DownloadSettings settings) {
        RequestSettings request = settings.request();
        ConnectionSettings connection = request.connection();
        ProxySettings proxies = connection.proxies();
        StringBuilder lines = new StringBuilder();
        line(lines, "source", settings.source().template());
        line(lines, "directory", settings.directory());
        line(lines, "reencode", settings.conversion().reencode().name());
        line(lines, "existing", settings.existing().name());
        line(lines, "connect-timeout", connection.timeout());
        line(lines, "http-proxy", word(proxies.http().map(ChildProtocol::proxy)));
        line(lines, "https-proxy", word(proxies.https().map(ChildProtocol::proxy)));
        line(lines, "no-proxy", proxies.exceptions());
        line(lines, "authorities", word(connection.authorities()));
        line(lines, "timeout", request.timeout());
        line(lines, "user-agent", request.userAgent());
        line(lines, "headers", request.headers().stream().map(Header::line).collect(Collectors.joining("\n")));
        line(lines, "max-bytes", request.maxBytes());
        line(lines, "digests", settings.digests());
        line(lines, "dated", settings.dated());
        line(lines, "traced", settings.traced());
        line(lines, "max-pixels", settings.conversion().maxPixels());
        line(lines, "checks", settings.conversion().checks().name());
        return lines.append('\n').toString();
    }

    private static String proxy(ProxyAddress address) {
        return address.variable() + " " + address.value();
    }

    private static ProxyAddress readProxy(String text) {
        int space = text.indexOf(' ');
        return new ProxyAddress(text.substring(0, space), text.substring(space + 1));
    }

    private static String word(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private static void line(StringBuilder lines, String name, Object value) {
        lines.append(name).append(' ').append(encode(value.toString())).append('\n');
    }

    @FunctionalInterface
    interface Lines {
        String next() throws InterruptedException;
    }

    static DownloadSettings readSettings(Lines lines) throws InterruptedException {
        Map<String, String> values = new HashMap<>();
        for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
            int space = line.indexOf(' ');
            values.put(line.substring(0, space), decode(line.substring(space + 1)));
        }
        RequestSettings request = new RequestSettings(
                readConnection(values),
                Duration.parse(values.get("timeout")),
                values.get("user-agent"),
                values.get("headers").lines().map(Header::parse).toList(),
                Integer.parseInt(values.get("max-bytes")));
        ConversionSettings conversion = new ConversionSettings(
                ReencodeMode.valueOf(values.get("reencode")),
                Checks.valueOf(values.get("checks")),
                Long.parseLong(values.get("max-pixels")));
        return new DownloadSettings(
                new ImageSource(values.get("source")),
                Path.of(values.get("directory")),
                request,
                conversion,
                ExistingFilePolicy.valueOf(values.get("existing")),
                Boolean.parseBoolean(values.get("digests")),
                Boolean.parseBoolean(values.get("dated")),
                Boolean.parseBoolean(values.get("traced")));
    }

    private static ConnectionSettings readConnection(Map<String, String> values) {
        ProxySettings proxies = new ProxySettings(
                present(values, "http-proxy").map(ChildProtocol::readProxy),
                present(values, "https-proxy").map(ChildProtocol::readProxy),
                values.get("no-proxy"));
        Duration timeout = Duration.parse(values.get("connect-timeout"));
        return new ConnectionSettings(
                timeout, proxies, present(values, "authorities").map(Path::of));
    }

    private static Optional<String> present(Map<String, String> values, String name) {
        return Optional.of(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** Returns the request for an id, with the limit of bytes per second that holds from then on, 0 for none. */
    static String request(int id, long bytesPerSecond) {
        return id + (bytesPerSecond > 0 ? " " + bytesPerSecond : "") + "\n";
    }

    static String ready(String nonce) {
        return "\n" + nonce + " " + READY + "\n";
    }

    static String alive(String nonce) {
        return "\n" + nonce + " " + ALIVE + "\n";
    }

    static String done(String nonce, int id, Outcome outcome, AttemptTrace trace) {
        String words;
        if (outcome instanceof Outcome.Saved saved) {
            words = "saved " + saved.bytes() + " " + saved.sha256().orElse(NONE) + " "
                    + optional(saved.warning()) + " "
                    + optional(saved.forgiven());
        } else if (outcome instanceof Outcome.Skipped skipped) {
            words = "skipped " + encode(skipped.reason());
        } else {
            Outcome.Failed failed = (Outcome.Failed) outcome;
            String pause = failed.retryAfter().map(Duration::toString).orElse(NONE);
            words = "failed " + failed.kind() + " " + pause + " " + encode(failed.reason());
        }
        return "\n" + nonce + " " + id + " " + words + TraceWords.of(trace) + "\n";
    }

    /** Reads a line; returns nothing for one outside the protocol. */
    static Optional<Answer> parse(String nonce, String line) {
        if (!line.startsWith(nonce + " ")) {
            return Optional.empty();
        }
        try {
            return Optional.of(answer(line.substring(nonce.length() + 1).split(" ", -1)));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.of(new Malformed());
        }
    }

    private static Answer answer(String... words) {
        if (words.length == 1 && words[0].equals(READY)) {
            return new Ready();
        }
        if (words.length == 1 && words[0].equals(ALIVE)) {
            return new Alive();
        }
        String kind = words.length > 1 ? words[1] : "";
        int length = WORDS.getOrDefault(kind, 0);
        if (length == 0 || words.length < length) {
            throw new IllegalArgumentException(words.length + " words instead of at least " + length);
        }
        Outcome outcome =
                switch (kind) {
                    case "saved" ->
                        new Outcome.Saved(
                                atLeast(1, words[2]),
                                given(words[3]).map(ChildProtocol::sha256),
                                text(words[4]),
                                text(words[5]));
                    case "skipped" -> new Outcome.Skipped(decode(words[2]));
                    default ->
                        new Outcome.Failed(
                                FailureKind.valueOf(words[2]),
                                decode(words[4]),
                                given(words[3]).map(Duration::parse));
                };
        return new Done(
                Integer.parseInt(words[0]),
                outcome,
                TraceWords.read(List.of(words).subList(length, words.length)));
    }

    static long atLeast(long least, String word) {
        long number = Long.parseLong(word);
        if (number < least) {
            throw new IllegalArgumentException(number + " instead of at least " + least);
        }
        return number;
    }

    private static String sha256(String word) {
        if (!SHA_256.matcher(word).matches()) {
            throw new IllegalArgumentException("no digest: " + word);
        }
        return word;
    }

    private static Optional<String> given(String word) {
        return word.equals(NONE) ? Optional.empty() : Optional.of(word);
    }

    static Optional<String> text(String word) {
        return given(word).map(ChildProtocol::decode);
    }

    /** Returns a word for a text that may be missing. */
    static String optional(Optional<String> text) {
        return text.map(ChildProtocol::encode).orElse(NONE);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
