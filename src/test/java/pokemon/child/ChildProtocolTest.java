package pokemon.child;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
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
import pokemon.faults.rows.Row;
import pokemon.png.chunk.Checks;

final class ChildProtocolTest {
    private static DownloadSettings settings(ConnectionSettings connect, Header... headers) {
        return DownloadSettings.of(
                        ImageSource.parse("http://127.0.0.1:1/a b{id}%20".replace(" ", "+")),
                        Path.of("/tmp/a path with ünïcode\nand a line break"),
                        RequestSettings.of("an agent/1.0 (with & signs = and % too)")
                                .withConnection(connect)
                                .withTimeout(Duration.ofMillis(1_500))
                                .withHeaders(List.of(headers))
                                .withMaxBytes(123))
                .withConversion(new ConversionSettings(ReencodeMode.ALWAYS, Checks.STRICT, 456_789_012_345L))
                .withExisting(ExistingFilePolicy.UPDATE)
                .withDigests(headers.length > 0);
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
            String line = ChildProtocol.done("abc", 7, outcome);
            assertEquals(List.of("", line.strip()), line.lines().toList(), "one line, begun anew");
            assertEquals(Optional.of(new ChildProtocol.Done(7, outcome)), ChildProtocol.parse("abc", line.strip()));
        }
        assertEquals(
                Optional.of(new ChildProtocol.Ready()),
                ChildProtocol.parse("abc", ChildProtocol.ready("abc").strip()));
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
                "7 saved 10 - - - -",
                "7 saved 0 - - -",
                "7 saved many - - -",
                "7 saved 10 abc - -",
                "7 saved 10 - %zz -",
                "x saved 10 - - -",
                "7 skipped",
                "7 failed NOBODY - -",
                "7 failed PERMANENT soon why",
                "7 failed PERMANENT -",
                "ready 7"
            })
    void takesWhatIsNoAnswerForADefectOfTheChild(String words) {
        assertEquals(Optional.of(new ChildProtocol.Malformed()), ChildProtocol.parse("abc", "abc " + words));
    }
}
