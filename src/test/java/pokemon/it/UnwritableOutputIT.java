package pokemon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.faults.rows.Row;
import pokemon.launch.Run;
import pokemon.launch.ToolProcess;

/** Standard streams that are full, or closed on either side. */
final class UnwritableOutputIT {
    private static final String FULL = "pokemon: cannot write to standard output: No space left on device";

    @TempDir
    private static Path temporary;

    private static Run shell(String script) throws Exception {
        Map<String, String> environment = Map.of("POKEMON", System.getProperty("pokemon.launcher"));
        return ToolProcess.run(temporary, environment, List.of("bash", "-c", "set -o pipefail; " + script));
    }

    @BeforeAll
    static void makeImages() throws Exception {
        shell("$POKEMON 1 3 T 1 images --source embedded").assertExit(0);
    }

    @Row(41)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 3 T 1 images --source embedded",
                "1 3 P 1 images --source embedded",
                "1 3 T 1 images --source embedded --dry-run",
                "stats images",
                "stats images --range 1-3",
                "stats images --json",
                "gallery images --out page.html",
                "mirror",
                "help",
                "--help",
                "stats --help",
                "--version",
                "experiment race --workers 2 --repeats 1 --ids 100"
            })
    void aFullDiskIsAFailureInOneLine(String arguments) throws Exception {
        Run run = shell("$POKEMON " + arguments + " >/dev/full").assertExit(1);
        assertEquals(List.of(FULL), run.err());
    }

    @Row(41)
    @ParameterizedTest
    @ValueSource(strings = {"T", "P"})
    void aReportOnAFullDiskIsAFailureInOneLine(String kind) throws Exception {
        Run run = shell("$POKEMON 1 3 " + kind + " 1 images --source embedded --json - >/dev/full")
                .assertExit(1);
        assertTrue(run.err().contains(FULL), run.err()::toString);
        assertEquals(3, run.err().size(), run.err()::toString);
    }

    @Row(40)
    @ParameterizedTest
    @CsvSource({
        "--jsonl, stdout, '{\"id\":', 3",
        "--jsonl, stderr, '{\"id\":', 3",
        "--trace, stdout, '  \"traceEvents\" : ', 1",
        "--trace, stderr, '  \"traceEvents\" : ', 1",
        "--log-file, stdout, '20', 6",
        "--log-file, stderr, '20', 6"
    })
    void aStandardStreamUnderAnotherNameIsSharedByAllThatIsPrinted(
            String option, String stream, String beginning, int lines) throws Exception {
        shell("$POKEMON 1 3 T 1 images --source embedded --progress every=1 " + option + " /dev/" + stream
                        + " >log 2>&1")
                .assertExit(0);
        List<String> log = Files.readAllLines(temporary.resolve("log"));
        for (Map.Entry<String, Integer> expected : Map.of(beginning, lines, "progress ", 3, "3 saved, ", 1, "Time ", 1)
                .entrySet()) {
            long found = log.stream()
                    .filter(line -> line.startsWith(expected.getKey()))
                    .count();
            assertTrue(found >= expected.getValue(), () -> expected + ": " + log);
        }
    }

    @Row(41)
    @ParameterizedTest
    @CsvSource({
        "T, >&-, 1",
        "T, 2>&-, 0",
        "T, <&-, 0",
        "T, <&- >&- 2>&-, 1",
        "P, >&-, 1",
        "P, 2>&-, 0",
        "P, <&-, 0",
        "P, <&- >&- 2>&-, 1"
    })
    void aClosedStandardStreamDamagesNoImage(String kind, String closed, int exitCode) throws Exception {
        Run run = shell("rm -rf out; $POKEMON 1 6 " + kind + " 2 out --source embedded -v " + closed);
        run.assertExit(exitCode);
        shell("$POKEMON stats out --range 1-6").assertExit(0);
        if (closed.equals(">&-")) {
            assertTrue(
                    run.err().contains("pokemon: cannot write to standard output: Bad file descriptor"),
                    run.err()::toString);
        }
    }
}
