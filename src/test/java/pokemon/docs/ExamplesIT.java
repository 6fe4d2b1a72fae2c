package pokemon.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pokemon.launch.Invocation;
import pokemon.launch.Listing;
import pokemon.launch.Run;
import pokemon.launch.ToolProcess;
import pokemon.mirror.MirrorOptions;
import pokemon.mirror.MirrorServer;

/** The examples that users copy, with the packaged program. */
final class ExamplesIT {
    private static final Path LAUNCHER = Path.of(System.getProperty("pokemon.launcher"));
    private static final String GRADE =
            Path.of("src/examples/grade").toAbsolutePath().toString();
    private static final String CARELESS = Path.of("src/test/resources/pokemon/examples/careless")
            .toAbsolutePath()
            .toString();

    @TempDir
    private Path temporary;

    private Path scratch;

    @BeforeEach
    void makeScratch() throws IOException {
        scratch = Files.createDirectory(temporary.resolve("scratch"));
    }

    /** Grades these sets, and checks that no file is left. */
    private Run grade(List<String> sets, String... options) throws Exception {
        Path file = Files.write(temporary.resolve("sets"), sets);
        List<String> command =
                new ArrayList<>(List.of(GRADE, "--pokemon", LAUNCHER.toString(), "--sets", file.toString()));
        command.addAll(List.of(options));
        Run run = ToolProcess.run(
                temporary,
                Map.of(
                        "TMPDIR", scratch.toString(),
                        "CARELESS_FROM", temporary.resolve("good").toString()),
                command);
        assertEquals(List.of(), Listing.names(scratch));
        return run;
    }

    /** Returns the rows of a program in the final table, without the measured values. */
    private static List<String> verdicts(Run run, String program) {
        return run.out().stream()
                .dropWhile(line -> !line.startsWith("program "))
                .filter(line -> line.startsWith(program + " "))
                .map(line ->
                        Arrays.asList(line.substring(program.length()).strip().split("  +")))
                .map(cells -> cells.get(0) + ": " + cells.get(1) + " " + cells.get(2) + ", " + cells.get(5) + ", "
                        + cells.get(6))
                .toList();
    }

    @Test
    void gradePassesTheToolAndPrintsABlockForEachSet() throws Exception {
        Run run = grade(List.of("# small", "", "10 13 P 8", "1 8 M 32")).assertExit(0);
        assertLinesMatch(
                List.of(
                        "Run params: 10 13 P 8",
                        "Directory statistics for .*",
                        "4 4 [0-9]\\.[0-9]",
                        "Time [0-9]+\\.[0-9]{6}",
                        "",
                        "Run params: 1 8 M 32",
                        "Directory statistics for .*",
                        "0 0 0\\.0",
                        "Time [0-9]+\\.[0-9]{6}",
                        "",
                        "program  set        count  valid   MB +seconds  exit  verdict",
                        "pokemon  10 13 P 8 +4 +4 .* 0  ok",
                        "pokemon  1 8 M 32 +0 +0 .* 2  ok"),
                run.out());
    }

    @Test
    void gradeFindsEachMistakeOfACarelessProgram() throws Exception {
        try (MirrorServer mirror = MirrorServer.start(MirrorOptions.defaults())) {
            String base = mirror.baseUri().toString();
            Invocation.ok("1 14 T 4", temporary.resolve("good"), "--source", base);
            Run run = grade(
                            List.of(
                                    "1 2 T 1",
                                    "3 4 T 1",
                                    "5 6 T 1",
                                    "7 8 T 1",
                                    "9 10 T 1",
                                    "13 14 T 2",
                                    "1 8 M 32",
                                    "1 8 T 0"),
                            "--program",
                            CARELESS,
                            "--base-url",
                            base)
                    .assertExit(1);
            assertEquals(
                    List.of(
                            "1 2 T 1: 1 1, 0, 1 missing, 1 unexpected",
                            "3 4 T 1: 1 1, 0, 1 missing",
                            "5 6 T 1: 2 1, 0, 1 damaged",
                            "7 8 T 1: 2 2, 0, 1 with other pixels",
                            "9 10 T 1: 2 2, 7, exit code 7",
                            "13 14 T 2: 2 2, 0, ok",
                            "1 8 M 32: 0 0, 0, exit code 0, no message",
                            "1 8 T 0: 0 0, 1, ok"),
                    verdicts(run, CARELESS));
            assertEquals(
                    8,
                    verdicts(run, "pokemon").stream()
                            .filter(row -> row.endsWith(", ok"))
                            .count());
            assertCarelessEnded();
        }
    }

    @Test
    void gradeEndsAProgramThatHangs() throws Exception {
        Invocation.ok("11 12 T 2", temporary.resolve("good"), "--source", "embedded");
        Run run = grade(List.of("11 12 T 1"), "--program", CARELESS, "--timeout", "10")
                .assertExit(1);
        assertEquals(List.of("11 12 T 1: 2 2, 124, ended after 10 s, exit code 124"), verdicts(run, CARELESS));
        assertCarelessEnded();
    }

    /** The process that the careless program left running has ended. */
    private void assertCarelessEnded() throws IOException {
        long pid =
                Long.parseLong(Files.readString(temporary.resolve("good/pid")).strip());
        assertFalse(ProcessHandle.of(pid).filter(ToolProcess::isRunning).isPresent());
    }

    @Test
    void gradeNeverPassesAProgramThatCannotRun() throws Exception {
        Path text = Files.writeString(temporary.resolve("no program"), "text");
        Run run = grade(List.of("1 2 T 1", "1 8 M 32"), "--program", "./missing 'a b'", "--program", "'" + text + "'")
                .assertExit(1);
        assertEquals(
                List.of("1 2 T 1: 0 0, 127, 2 missing, exit code 127, not found", "1 8 M 32: 0 0, 127, not found"),
                verdicts(run, "./missing 'a b'"));
        assertEquals(
                List.of(
                        "1 2 T 1: 0 0, 126, 2 missing, exit code 126, cannot be executed",
                        "1 8 M 32: 0 0, 126, cannot be executed"),
                verdicts(run, "'" + text + "'"));
    }

    @Test
    void gradeRunsProgramsWithBlanksInTheirNames() throws Exception {
        Path script = Files.writeString(
                temporary.resolve("my peer"), "exec '" + LAUNCHER + "' \"$1\" \"$2\" T 1 \"$5\" --source \"$BASE\"\n");
        Run run = grade(List.of("1 2 T 1"), "--program", "sh '" + script + "'");
        assertEquals(List.of("1 2 T 1: 2 2, 0, ok"), verdicts(run, "sh '" + script + "'"));
        run.assertExit(0);
    }

    @Test
    void gradeRefusesArgumentsThatMakeNoSense() throws Exception {
        for (List<String> arguments : List.of(
                List.of("--sets"),
                List.of("--sets", "/nowhere"),
                List.of("--sets", "/dev/null"),
                List.of("--timeout", "0"),
                List.of("--nonsense"))) {
            List<String> command = new ArrayList<>(List.of(GRADE));
            command.addAll(arguments);
            Run run = ToolProcess.run(temporary, Map.of(), command).assertExit(2);
            assertEquals(1, run.err().size(), () -> run.err().toString());
        }
    }
}
