package pokemon.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import pokemon.Main;
import pokemon.cli.process.ExitCode;
import pokemon.faults.FaultServer;
import pokemon.launch.Invocation;
import pokemon.launch.Listing;

final class MainTest {
    private static final String TIME = "Time [0-9]+\\.[0-9]{6}";

    @TempDir
    private Path temporary;

    private Path directory() {
        return temporary.resolve("made/on/demand");
    }

    @Test
    void takesDocumentedDefaultsWithoutArguments() {
        CommandLine commandLine = PokemonCli.commandLine();
        commandLine.parseArgs();
        SortedMap<String, Object> values = commandLine.getCommandSpec().positionalParameters().stream()
                .collect(Collectors.toMap(ArgSpec::paramLabel, ArgSpec::getValue, (one, same) -> one, TreeMap::new));
        assertEquals("{nbr_tp=OptionalInt[4], out_dir=/tmp, start_id=1, stop_id=898, tp=THREADS}", values.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void helpsWithExamples(String argument) {
        Invocation run = Invocation.of(argument).assertExit(ExitCode.OK);
        assertTrue(run.out().contains("pokemon 1 898 T 8 /tmp/pokedex --source embedded"), run.out());
        assertTrue(run.out().contains("pokemon [start_id [stop_id [tp [nbr_tp [out_dir]]]]] [options]"), run.out());
        assertEquals("", run.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1 2 M --help", "1 2 T 0 -h", "9 8 T 1 DIR --help", "1 2 T 1 DIR more --help", "--nonsense -h"})
    void helpsWhateverElseIsOnTheCommandLine(String words) {
        Invocation run = Invocation.ok(words);
        assertEquals(Invocation.of("--help").out(), run.out());
        assertEquals("", run.err());
    }

    @ParameterizedTest
    @CsvSource({
        "help experiment speed, experiment speed --help",
        "help stats, stats --help",
        "experiment speed --runs +5 --help, experiment speed --help",
        "mirror --port +5 --version, --version"
    })
    void helpsWithTheCommandThatIsNamed(String words, String same) {
        Invocation run = Invocation.ok(words);
        assertEquals(Invocation.line(same).out(), run.out());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "mirror --port +5, '+5' is not a whole number",
                "mirror --port \u0665, '\u0665' is not a whole number",
                "mirror --port 99999999999, there is no port above 65535",
                "mirror --port 65536, The port must be from 0 to 65535",
                "experiment race --seed +5, '+5' is not a whole number"
            })
    void takesPlainNumbersOnly(String words, String message) {
        Invocation.line(words).assertRefusedBecause(message);
    }

    @Test
    void tellsItsVersion() {
        Invocation run = Invocation.of("--version").assertExit(ExitCode.OK);
        assertLinesMatch(List.of("pokemon [0-9]+\\.[0-9]+\\.[0-9]+.*"), run.outLines());
    }

    @ParameterizedTest
    @ValueSource(strings = {"T", "t"})
    void savesARangeAndSumsItUp(String kind) throws IOException {
        Invocation run = Invocation.ok("30 33 " + kind + " 2 --source embedded", directory());
        assertEquals(List.of("030.png", "031.png", "032.png", "033.png"), Listing.names(directory()));
        assertLinesMatch(
                List.of("4 saved, 0 skipped, 0 failed of 4 \\([0-9]\\.[0-9] MB\\) by 2 threads", TIME), run.outLines());
        assertEquals("", run.err());
    }

    @Test
    void countsAndNamesWhatFailed() throws IOException {
        try (FaultServer server = FaultServer.start()) {
            Invocation run =
                    Invocation.line("7 8 T 1", directory(), "--source", server.baseUri(), "--progress=every=1");
            run.assertExit(ExitCode.INCOMPLETE);
            assertEquals(List.of(), Listing.names(directory()));
            assertLinesMatch(List.of("0 saved, 0 skipped, 2 failed of 2 (0.0 MB) by 1 thread", TIME), run.outLines());
            assertLinesMatch(
                    List.of(
                            "progress 1/2 saved=0 skipped=0 failed=1 seconds=.*",
                            "007 failed: .*404.* \\(1 attempt\\)",
                            "progress 2/2 saved=0 skipped=0 failed=2 seconds=.*",
                            "008 failed: .*"),
                    run.errLines());
        }
    }

    @Test
    void showsNoProgressWhenQuiet() {
        assertEquals(
                "",
                Invocation.ok("1 2 T 1 --source embedded --progress=every=1 -q", directory())
                        .err());
    }

    @ParameterizedTest
    @CsvSource({
        "--json, missing/report.json, --json: no such directory: TMP/missing",
        "--json, '', --json: cannot use TMP: it is a directory",
        "--trace, missing/trace.json, --trace: no such directory: TMP/missing",
        "--trace, '', --trace: cannot use TMP: it is a directory"
    })
    void asksNothingWhenAResultCannotBeWritten(String option, String name, String message) throws IOException {
        try (FaultServer server = FaultServer.start()) {
            Path report = temporary.resolve(name);
            Invocation.line("1 2 T 1", directory(), "--source", server.baseUri(), option, report)
                    .assertFailed(ExitCode.CANNOT_START, message.replace("TMP", temporary.toString()));
            assertEquals(0, server.requests());
            assertEquals(0, server.connections());
        }
        assertFalse(Files.exists(directory()));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysWhatWasSavedWhenThereIsNoRoomForTheReport() {
        Invocation run = Invocation.line("7 8 T 1 --source embedded --json /dev/full", directory())
                .assertExit(ExitCode.INCOMPLETE);
        assertEquals(List.of("pokemon: --json: cannot write /dev/full: No space left on device"), run.errLines());
        assertEquals(
                "2 saved, 0 skipped, 0 failed of 2 (0.3 MB) by 1 thread",
                run.outLines().get(0));
    }

    @Test
    void printsNothingButJsonOnStandardOutputWhenAsked() throws IOException {
        Invocation run = Invocation.ok("7 8 T 1 --source embedded --json -", directory());
        assertEquals(2, run.json().at("/totals/saved").asInt());
        assertTrue(run.out().endsWith("}\n"), run.out());
        assertLinesMatch(List.of("2 saved, .*", TIME), run.errLines());
    }

    @Test
    void doesNotMindThatNobodyReadsItsOutput() throws IOException {
        Writer closed = Writer.nullWriter();
        closed.close();
        StringWriter err = new StringWriter();
        String[] args = {"7", "8", "T", "1", directory().toString(), "--source", "embedded"};
        assertEquals(ExitCode.OK, Main.run(args, new PrintWriter(closed), new PrintWriter(err)));
        assertEquals(List.of("007.png", "008.png"), Listing.names(directory()));
        assertEquals("", err.toString());
    }
}
