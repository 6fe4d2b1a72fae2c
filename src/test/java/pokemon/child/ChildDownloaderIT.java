package pokemon.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.download.DownloadSettings;
import pokemon.download.ImageSource;
import pokemon.download.connect.RequestSettings;
import pokemon.download.outcome.FailureKind;
import pokemon.download.outcome.Outcome;
import pokemon.download.trace.AttemptTrace;
import pokemon.faults.rows.Row;

@Timeout(120)
final class ChildDownloaderIT {
    @TempDir
    private Path directory;

    private DownloadSettings settings(Duration timeout) {
        return DownloadSettings.of(
                new ImageSource("https://images.example/{id}.png"),
                directory,
                RequestSettings.of("test").withTimeout(timeout));
    }

    @Row(64)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "NONCE 8 saved 10 - - - 1 2 3 4 5",
                "NONCE 7 saved 10 -",
                "NONCE ready",
                "NONCE \u001b[31m",
                "7 ok\nNONCE "
            })
    void anAnswerThatWasNotAskedForCostsTheChildItsLifeAndNothingElse(String lines) throws Exception {
        List<String> log = new CopyOnWriteArrayList<>();
        ChildCommand command = LyingChild.command(lines);
        try (ChildDownloader downloader =
                new ChildDownloader(command, settings(Duration.ofSeconds(30)), 1, recorder(log))) {
            Outcome.Failed failed =
                    assertInstanceOf(Outcome.Failed.class, downloader.download(7, new AttemptTrace(false)));
            assertEquals(FailureKind.WORKER_DIED, failed.kind());
            assertTrue(
                    failed.reason().endsWith(" gave an answer that was not asked for, and was killed"), failed::reason);
            assertEquals(1, downloader.processesLost());
            assertEquals(
                    new Outcome.Saved(9, Optional.empty()),
                    downloader.download(9, new AttemptTrace(false)),
                    "by another child");
            assertEquals(2, downloader.processesStarted());
        }
        assertTrue(
                log.stream().noneMatch(line -> line.contains("\u001b") || line.contains("Exception")), log::toString);
    }

    private static ChildListener recorder(List<String> log) {
        return new ChildListener() {
            @Override
            public void childPrinted(long pid, String line) {
                log.add(line);
            }

            @Override
            public void childLost(long pid, String reason) {
                log.add(reason);
            }
        };
    }

    @Row(49)
    @Test
    void anImageThatTakesLongerThanTheDeadlineOfItsRequestIsNoHang() throws Exception {
        // A silent child is given up 5 s after the deadline.
        ChildCommand command = SlowChild.command(Duration.ofSeconds(8));
        try (ChildDownloader downloader =
                new ChildDownloader(command, settings(Duration.ofMillis(100)), 1, new ChildListener() {})) {
            downloader.awaitReady();
            assertEquals(new Outcome.Saved(7, Optional.empty()), downloader.download(7, new AttemptTrace(false)));
            assertEquals(0, downloader.processesLost());
        }
    }
}
