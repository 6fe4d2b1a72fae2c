package pokemon.child;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pokemon.download.ConnectSettings;
import pokemon.download.DownloadSettings;
import pokemon.download.ExistingFile;
import pokemon.download.FailureKind;
import pokemon.download.Header;
import pokemon.download.ImageSource;
import pokemon.download.Outcome;
import pokemon.download.ProxySettings;
import pokemon.download.ReencodeMode;
import pokemon.png.Checks;

/**
 * What parent and child say to each other: lines of ASCII words, free text URL-encoded.
 *
 * <p>Parent to child: the settings, one {@code name value} line each, an empty line, then one id per line. Child to
 * parent: {@code ready} once, then one outcome per id, and {@code alive} now and then while it works; each line behind
 * the nonce of the run, so that whatever else ends up in the child's standard output is never mistaken for an answer.
 * An empty line goes before each, so that no answer is mistaken for the end of something else.
 */
final class Wire {
    private static final String READY = "ready";
    private static final String ALIVE = "alive";
    private static final String NONE = "-";

    private Wire() {}

    /** What a child said. */
    sealed interface Answer {}

    /** The child is up and waits for ids. */
    record Ready() implements Answer {}

    /** The child works on its id. */
    record Alive() implements Answer {}

    /** The child is done with an id. */
    record Done(int id, Outcome outcome) implements Answer {}

    static String settings(DownloadSettings settings) {
        StringBuilder lines = new StringBuilder();
        line(lines, "source", settings.source().template());
        line(lines, "directory", settings.directory().toString());
        line(lines, "reencode", settings.reencode().name());
        line(lines, "existing", settings.existing().name());
        line(lines, "connect-timeout", settings.connect().timeout().toString());
        line(lines, "http-proxy", word(settings.connect().proxies().http()));
        line(lines, "https-proxy", word(settings.connect().proxies().https()));
        line(lines, "no-proxy", settings.connect().proxies().exceptions());
        line(lines, "authorities", word(settings.connect().authorities()));
        line(lines, "timeout", settings.timeout().toString());
        line(lines, "user-agent", settings.userAgent());
        line(lines, "headers", settings.headers().stream().map(Header::line).collect(Collectors.joining("\n")));
        line(lines, "max-bytes", String.valueOf(settings.maxBytes()));
        line(lines, "digests", String.valueOf(settings.digests()));
        line(lines, "max-pixels", String.valueOf(settings.maxPixels()));
        line(lines, "checks", settings.checks().name());
        return lines.append('\n').toString();
    }

    private static String word(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private static void line(StringBuilder lines, String name, String value) {
        lines.append(name).append(' ').append(encode(value)).append('\n');
    }

    /** Where lines come from. */
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
        return new DownloadSettings(
                new ImageSource(values.get("source")),
                Path.of(values.get("directory")),
                ReencodeMode.valueOf(values.get("reencode")),
                ExistingFile.valueOf(values.get("existing")),
                readConnect(values),
                Duration.parse(values.get("timeout")),
                values.get("user-agent"),
                values.get("headers").lines().map(Header::parse).toList(),
                Boolean.parseBoolean(values.get("digests")),
                Integer.parseInt(values.get("max-bytes")),
                Long.parseLong(values.get("max-pixels")),
                Checks.valueOf(values.get("checks")));
    }

    private static ConnectSettings readConnect(Map<String, String> values) {
        ProxySettings proxies = new ProxySettings(
                present(values, "http-proxy").map(URI::create),
                present(values, "https-proxy").map(URI::create),
                values.get("no-proxy"));
        return new ConnectSettings(
                Duration.parse(values.get("connect-timeout")),
                proxies,
                present(values, "authorities").map(Path::of));
    }

    private static Optional<String> present(Map<String, String> values, String name) {
        return Optional.of(values.get(name)).filter(value -> !value.isEmpty());
    }

    static String ready(String nonce) {
        return "\n" + nonce + " " + READY + "\n";
    }

    static String alive(String nonce) {
        return "\n" + nonce + " " + ALIVE + "\n";
    }

    static String done(String nonce, int id, Outcome outcome) {
        String words;
        if (outcome instanceof Outcome.Saved saved) {
            words = "saved " + saved.bytes() + " " + saved.sha256().orElse(NONE) + " "
                    + saved.warning().map(Wire::encode).orElse(NONE) + " "
                    + saved.forgiven().map(Wire::encode).orElse(NONE);
        } else if (outcome instanceof Outcome.Skipped skipped) {
            words = "skipped " + encode(skipped.reason());
        } else {
            Outcome.Failed failed = (Outcome.Failed) outcome;
            String pause = failed.retryAfter().map(Duration::toString).orElse(NONE);
            words = "failed " + failed.kind() + " " + pause + " " + encode(failed.reason());
        }
        return "\n" + nonce + " " + id + " " + words + "\n";
    }

    /** Returns what a line says, or nothing when it is noise. */
    static Optional<Answer> parse(String nonce, String line) {
        if (!line.startsWith(nonce + " ")) {
            return Optional.empty();
        }
        String[] words = line.substring(nonce.length() + 1).split(" ", -1);
        if (words.length == 1 && words[0].equals(READY)) {
            return Optional.of(new Ready());
        }
        if (words.length == 1 && words[0].equals(ALIVE)) {
            return Optional.of(new Alive());
        }
        Outcome outcome =
                switch (words[1]) {
                    case "saved" ->
                        new Outcome.Saved(
                                Long.parseLong(words[2]),
                                given(words[3]),
                                given(words[4]).map(Wire::decode),
                                given(words[5]).map(Wire::decode));
                    case "skipped" -> new Outcome.Skipped(decode(words[2]));
                    case "failed" ->
                        new Outcome.Failed(
                                FailureKind.valueOf(words[2]),
                                decode(words[4]),
                                given(words[3]).map(Duration::parse));
                    default -> throw new IllegalArgumentException("not an outcome: " + line);
                };
        return Optional.of(new Done(Integer.parseInt(words[0]), outcome));
    }

    private static Optional<String> given(String word) {
        return word.equals(NONE) ? Optional.empty() : Optional.of(word);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
