package pokemon.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pokemon.cli.process.ExitCode;
import pokemon.faults.FaultServer;
import pokemon.launch.Invocation;

/** {@code --progress every=N}. */
final class LogLinesTest {
    @TempDir
    private Path temporary;

    @ParameterizedTest
    @CsvSource({"1 10 T 3, 4, 3", "1 10 T 3, 5, 2", "1 10 T 3, 1, 10", "1 10 T 3, 100, 1"})
    void areOneForEachSoManyImagesAndOneForTheRest(String arguments, int every, int lines) {
        Invocation run = Invocation.ok(arguments, temporary, "--source", "embedded", "--progress", "every=" + every);
        assertEquals(lines, run.errLines().size(), run.err());
        assertLinesMatch(
                List.of("progress 10/10 saved=10 skipped=0 failed=0 seconds=[0-9]+\\.[0-9]{3}"),
                run.errLines().subList(lines - 1, lines));
    }

    @Test
    void standBesideTheLinesOfFailures() throws IOException {
        try (FaultServer server = FaultServer.start()) {
            Invocation run = Invocation.line(
                            "7 8 T 1", temporary, "--source", server.baseUri(), "--progress", "every=1")
                    .assertExit(ExitCode.INCOMPLETE);
            assertLinesMatch(
                    List.of(
                            "progress 1/2 saved=0 skipped=0 failed=1 seconds=.*",
                            "007 failed: .*",
                            "progress 2/2 saved=0 skipped=0 failed=2 seconds=.*",
                            "008 failed: .*"),
                    run.errLines());
        }
    }

    @Test
    void areSilencedByQuiet() {
        Invocation run = Invocation.line("1 2 T 1", temporary, "--source", "embedded", "--progress=every=1", "-q");
        assertEquals("", run.err());
    }
}
