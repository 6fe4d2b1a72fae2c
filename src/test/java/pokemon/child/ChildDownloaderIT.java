package pokemon.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.download.DownloadSettings;
import pokemon.download.ImageSource;
import pokemon.download.connect.ConnectionSettings;
import pokemon.download.connect.RequestSettings;
import pokemon.download.outcome.FailureKind;
import pokemon.download.outcome.Outcome;
import pokemon.download.trace.AttemptTrace;
import pokemon.faults.rows.Row;

@Timeout(120)
final class ChildDownloaderIT {
    @TempDir
    private Path directory;

    /** A child that answers the id 7 with its first argument, and each other one rightly. */
    static final class LyingChild {
        private LyingChild() {}

        /** Answers until its standard input ends; {@code NONCE} in the lie stands for the nonce, the last argument. */
        public static void main(String[] args) throws IOException {
            String nonce = args[args.length - 1];
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            out.print(ChildProtocol.ready(nonce));
            out.flush();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals("7")) {
                    out.println(args[0].replace("NONCE", nonce));
                } else if (line.matches("[0-9]+")) {
                    int id = Integer.parseInt(line);
                    Outcome saved = new Outcome.Saved(id, Optional.empty());
                    out.print(ChildProtocol.done(nonce, id, saved, new AttemptTrace(false)));
                    out.flush();
                }
            }
        }
    }

    /** A child whose images each take 8 s, as if they were long to decode. */
    static final class SlowChild {
        private SlowChild() {}

        /** Runs the loop of a real child until its standard input ends; the last argument is the nonce. */
        public static void main(String[] args) throws IOException {
            ChildMain.run(args[args.length - 1], settings -> (id, trace) -> {
                TimeUnit.SECONDS.sleep(8);
                return new Outcome.Saved(id, Optional.empty());
            });
        }
    }

    /**
     * Returns a command that starts another child.
     *
     * <p>Java takes the first name among its arguments for the main class, and so the real one, which comes behind the
     * user's arguments, for an argument of this one.
     */
    private static ChildCommand child(Class<?> main, String... arguments) {
        List<String> words = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        words.addAll(List.of(arguments));
        return new ChildCommand(words);
    }

    private DownloadSettings settings(Duration timeout) {
        return DownloadSettings.of(
                new ImageSource("https://images.example/{id}.png"),
                directory,
                new RequestSettings(ConnectionSettings.DIRECT, timeout, "test", List.of(), RequestSettings.MAX_BYTES));
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
        ChildCommand command = child(LyingChild.class, lines);
        ChildListener recorder = new ChildListener() {
            @Override
            public void childPrinted(long pid, String line) {
                log.add(line);
            }

            @Override
            public void childLost(long pid, String reason) {
                log.add(reason);
            }
        };
        try (ChildDownloader downloader = new ChildDownloader(command, settings(Duration.ofSeconds(30)), 1, recorder)) {
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

    @Row(49)
    @Test
    void anImageThatTakesLongerThanTheDeadlineOfItsRequestIsNoHang() throws Exception {
        // A silent child is given up 5 s after the deadline.
        ChildCommand command = child(SlowChild.class);
        try (ChildDownloader downloader =
                new ChildDownloader(command, settings(Duration.ofMillis(100)), 1, new ChildListener() {})) {
            downloader.awaitReady();
            assertEquals(new Outcome.Saved(7, Optional.empty()), downloader.download(7, new AttemptTrace(false)));
            assertEquals(0, downloader.processesLost());
        }
    }
}
