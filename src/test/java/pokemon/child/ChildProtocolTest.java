package pokemon.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
import pokemon.download.trace.Exchange;
import pokemon.download.trace.Phase;
import pokemon.faults.rows.Row;
import pokemon.png.chunk.Checks;

final class ChildProtocolTest {
    private static DownloadSettings settings(ConnectionSettings connect, Header... headers) {
        RequestSettings request = new RequestSettings(
                connect, Duration.ofMillis(1_500), "an agent/1.0 (with & signs = and % too)", List.of(headers), 123);
        return new DownloadSettings(
                ImageSource.parse("http://127.0.0.1:1/a b{id}%20".replace(" ", "+")),
                Path.of("/tmp/a path with ünïcode\nand a line break"),
                request,
                new ConversionSettings(ReencodeMode.ALWAYS, Checks.STRICT, 456_789_012_345L),
                ExistingFilePolicy.UPDATE,
                headers.length > 0,
                headers.length == 0,
                headers.length > 0);
    }

    private static DownloadSettings sent(DownloadSettings settings) throws InterruptedException {
        return ChildProtocol.readSettings(
                ChildProtocol.settings(settings).lines().iterator()::next);
    }

    @Test
    void carriesEverySettingOver() throws InterruptedException {
        ProxySettings proxies = new ProxySettings(
                Optional.of(new ProxyAddress("http_proxy", "http://me:secret@127.0.0.1:3128")),
                Optional.empty(),
                "a.invalid, b.invalid");
        DownloadSettings full = settings(
                new ConnectionSettings(Duration.ofSeconds(3), proxies, Optional.of(Path.of("/tmp/authorities.pem"))),
                new Header("Authorization", "Bearer a&b=c: d"),
                new Header("X-Two", "2"));
        assertEquals(full, sent(full));
        DownloadSettings bare = settings(ConnectionSettings.DIRECT);
        assertEquals(bare, sent(bare));
    }

    @Test
    void leavesTheIdsBehindTheSettingsUnread() throws InterruptedException {
        Iterator<String> lines = (ChildProtocol.settings(settings(ConnectionSettings.DIRECT)) + "7\n")
                .lines()
                .iterator();
        ChildProtocol.readSettings(lines::next);
        assertEquals("7", lines.next());
    }

    @Test
    void carriesEveryOutcomeOver() {
        List<Outcome> outcomes = List.of(
                new Outcome.Saved(123_456_789_012L, Optional.empty()),
                new Outcome.Saved(1, Optional.of("ab".repeat(32))),
                new Outcome.Skipped("a complete image is there already"),
                new Outcome.Failed(FailureKind.PERMANENT, "the server answered 404\n(näh) 100 % + more"),
                new Outcome.Failed(FailureKind.TRANSIENT, "busy", Optional.of(Duration.ofMillis(1_500))));
        for (Outcome outcome : outcomes) {
            String line = ChildProtocol.done("abc", 7, outcome, new AttemptTrace(false));
            assertEquals(List.of("", line.strip()), line.lines().toList(), "one line, begun anew");
            ChildProtocol.Done done = done(line);
            assertEquals(7, done.id());
            assertEquals(outcome, done.outcome());
        }
        assertEquals(
                Optional.of(new ChildProtocol.Ready()),
                ChildProtocol.parse("abc", ChildProtocol.ready("abc").strip()));
    }

    @Test
    void carriesTheTraceOver() {
        List<Exchange> exchanges = List.of(
                new Exchange(
                        URI.create("http://h/a?b=c%20d"), 302, 0, 17, Optional.empty(), Optional.of("to /n\u00e4h er")),
                new Exchange(URI.create("http://h/2"), 200, 4_711, 1, Optional.of("3"), Optional.empty()));
        AttemptTrace trace = new AttemptTrace(true);
        exchanges.forEach(trace::add);
        trace.add(Phase.REQUEST, 5);
        trace.add(Phase.WRITE, 7);
        AttemptTrace read = done(ChildProtocol.done("abc", 7, Outcome.Skipped.COMPLETE, trace))
                .trace();
        assertEquals(exchanges, read.exchanges());
        assertEquals(
                List.of(5L, 0L, 0L, 0L, 7L),
                Arrays.stream(Phase.values()).map(read::nanos).toList());
    }

    private static ChildProtocol.Done done(String line) {
        return assertInstanceOf(
                ChildProtocol.Done.class,
                ChildProtocol.parse("abc", line.strip()).orElseThrow());
    }

    @Test
    void takesLinesWithoutTheNonceForNoise() {
        assertEquals(Optional.empty(), ChildProtocol.parse("abc", "[0.012s][info][gc] Using Serial"));
        assertEquals(Optional.empty(), ChildProtocol.parse("abc", "abcd 7 saved 1"));
        assertEquals(Optional.empty(), ChildProtocol.parse("abc", "7 saved 1"));
    }

    @Row(64)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "7 eaten",
                "7 saved",
                "7 saved 10 -",
                "7 saved 10 - - -",
                "7 saved 10 - - - 1 2 3 4",
                "7 saved 10 - - - 1 2 3 4 -5",
                "7 saved 10 - - - 1 2 3 4 x",
                "7 saved 10 - - - 1 2 3 4 5 http%3A%2F%2Fh 200 1 1 -",
                "7 saved 10 - - - 1 2 3 4 5 %25%25 200 1 1 - -",
                "7 saved 10 - - - 1 2 3 4 5 http%3A%2F%2Fh ok 1 1 - -",
                "7 saved 0 - - - 1 2 3 4 5",
                "7 saved many - - - 1 2 3 4 5",
                "7 saved 10 abc - - 1 2 3 4 5",
                "7 saved 10 - %zz - 1 2 3 4 5",
                "x saved 10 - - - 1 2 3 4 5",
                "7 skipped",
                "7 failed NOBODY - - 1 2 3 4 5",
                "7 failed PERMANENT soon why 1 2 3 4 5",
                "7 failed PERMANENT -",
                "ready 7"
            })
    void takesWhatIsNoAnswerForADefectOfTheChild(String words) {
        assertEquals(Optional.of(new ChildProtocol.Malformed()), ChildProtocol.parse("abc", "abc " + words));
    }
}
