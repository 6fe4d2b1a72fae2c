package pokemon.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import pokemon.Main;
import pokemon.cli.process.ExitCode;
import pokemon.faults.FaultServer;
import pokemon.launch.Invocation;
import pokemon.schedule.run.WorkerKind;

final class MainTest {
    private static final String TIME = "Time [0-9]+\\.[0-9]{6}";

    @TempDir
    private Path temporary;

    private String directory() {
        return temporary.resolve("made/on/demand").toString();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(directory()))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void takesDocumentedDefaultsWithoutArguments() {
        CommandLine commandLine = PokemonCli.commandLine();
        commandLine.parseArgs();
        Map<String, Object> values = commandLine.getCommandSpec().positionalParameters().stream()
                .collect(Collectors.toMap(CommandLine.Model.ArgSpec::paramLabel, CommandLine.Model.ArgSpec::getValue));
        assertEquals(
                Map.of(
                        "start_id",
                        1,
                        "stop_id",
                        898,
                        "tp",
                        WorkerKind.THREADS,
                        "nbr_tp",
                        OptionalInt.of(4),
                        "out_dir",
                        Path.of("/tmp/")),
                values);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void helpsWithExamples(String argument) {
        Invocation run = Invocation.of(argument);
        assertEquals(ExitCode.OK, run.exitCode());
        assertTrue(run.out().contains("pokemon 1 898 T 8 /tmp/pokedex --source embedded"), run.out());
        assertTrue(run.out().contains("pokemon [start_id [stop_id [tp [nbr_tp [out_dir]]]]] [options]"), run.out());
        assertEquals("", run.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1 2 M --help", "1 2 T 0 -h", "9 8 T 1 DIR --help", "1 2 T 1 DIR more --help", "--nonsense -h"})
    void helpsWhateverElseIsOnTheCommandLine(String words) {
        Invocation run = Invocation.line(words);
        assertEquals(ExitCode.OK, run.exitCode(), run.err());
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
        Invocation run = Invocation.line(words);
        assertEquals(ExitCode.OK, run.exitCode(), run.err());
        assertEquals(Invocation.line(same).out(), run.out());
    }

    @Test
    void saysWhichCommandThereIsNot() {
        Invocation run = Invocation.line("help experiment sped");
        assertEquals(ExitCode.USAGE, run.exitCode());
        assertEquals(
                List.of(
                        "pokemon: 'sped' is no command of 'pokemon experiment'",
                        "Try 'pokemon experiment --help' for more information."),
                run.errLines());
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
        Invocation run = Invocation.line(words);
        assertEquals(ExitCode.USAGE, run.exitCode());
        assertTrue(run.errLines().get(0).contains(message), run.err());
    }

    @Test
    void tellsItsVersion() {
        Invocation run = Invocation.of("--version");
        assertEquals(ExitCode.OK, run.exitCode());
        assertLinesMatch(List.of("pokemon [0-9]+\\.[0-9]+\\.[0-9]+.*"), run.outLines());
    }

    @ParameterizedTest
    @ValueSource(strings = {"T", "t"})
    void savesARangeAndSumsItUp(String kind) throws IOException {
        Invocation run = Invocation.of("30", "33", kind, "2", directory(), "--source", "embedded");
        assertEquals(ExitCode.OK, run.exitCode(), run.err());
        assertEquals(List.of("030.png", "031.png", "032.png", "033.png"), files());
        assertLinesMatch(
                List.of("4 saved, 0 skipped, 0 failed of 4 \\([0-9]\\.[0-9] MB\\) by 2 threads", TIME), run.outLines());
        assertEquals("", run.err());
    }

    @Test
    void countsAndNamesWhatFailed() throws IOException {
        try (FaultServer server = FaultServer.start()) {
            Invocation run = Invocation.of(
                    "7",
                    "8",
                    "T",
                    "1",
                    directory(),
                    "--source",
                    server.baseUri().toString());
            assertEquals(ExitCode.INCOMPLETE, run.exitCode());
            assertEquals(List.of(), files());
            assertLinesMatch(List.of("0 saved, 0 skipped, 2 failed of 2 (0.0 MB) by 1 thread", TIME), run.outLines());
            assertLinesMatch(List.of("007 failed: .*404.* \\(1 attempt\\)", "008 failed: .*"), run.errLines());
        }
    }

    @Test
    void namesEachSavedFileWhenAsked() {
        Invocation run = Invocation.of("7", "8", "T", "1", directory(), "--source", "embedded", "-v");
        assertEquals(List.of("Saved 007.png", "Saved 008.png"), run.errLines());
        assertEquals(2, run.outLines().size());
    }

    @Test
    void asksNothingWhenTheDirectoryIsAFile() throws IOException {
        assertNothingStarts(Files.writeString(temporary.resolve("file"), ""));
    }

    @Test
    void asksNothingWhenTheDirectoryIsBelowAFile() throws IOException {
        assertNothingStarts(Files.writeString(temporary.resolve("file"), "").resolve("below"));
    }

    @Test
    void asksNothingWhenTheReportCannotBeWritten() throws IOException {
        Path report = temporary.resolve("missing/report.json");
        String message = assertNothingStarts(Path.of(directory()), "--json", report.toString());
        assertEquals("pokemon: --json: no such directory: " + report.getParent() + "\n", message);
        assertFalse(Files.exists(Path.of(directory())));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysWhatWasSavedWhenThereIsNoRoomForTheReport() {
        Invocation run = Invocation.of("7", "8", "T", "1", directory(), "--source", "embedded", "--json", "/dev/full");
        assertEquals(ExitCode.INCOMPLETE, run.exitCode());
        assertEquals(List.of("pokemon: --json: cannot write /dev/full: No space left on device"), run.errLines());
        assertEquals(
                "2 saved, 0 skipped, 0 failed of 2 (0.3 MB) by 1 thread",
                run.outLines().get(0));
    }

    @Test
    void asksNothingWhenTheReportIsADirectory() throws IOException {
        String message = assertNothingStarts(Path.of(directory()), "--json", temporary.toString());
        assertTrue(message.contains(temporary.toString()), message);
    }

    private static String assertNothingStarts(Path directory, String... options) throws IOException {
        try (FaultServer server = FaultServer.start()) {
            String source = server.baseUri().toString();
            Stream<String> words = Stream.of("1", "2", "T", "1", directory.toString(), "--source", source);
            Invocation run =
                    Invocation.of(Stream.concat(words, Stream.of(options)).toArray(String[]::new));
            assertEquals(ExitCode.CANNOT_START, run.exitCode());
            assertEquals("", run.out());
            assertEquals(1, run.errLines().size(), run.err());
            assertTrue(run.err().startsWith("pokemon: "), run.err());
            assertEquals(0, server.requests());
            assertEquals(0, server.connections());
            return run.err();
        }
    }

    @Test
    void printsNothingButJsonOnStandardOutputWhenAsked() throws IOException {
        Invocation run = Invocation.of("7", "8", "T", "1", directory(), "--source", "embedded", "--json", "-");
        assertEquals(ExitCode.OK, run.exitCode());
        assertEquals(2, json(run.out()).at("/totals/saved").asInt());
        assertTrue(run.out().endsWith("}\n"), run.out());
        assertLinesMatch(List.of("2 saved, .*", TIME), run.errLines());
    }

    @Test
    void writesTheReportIntoAFile() throws IOException {
        Path report = temporary.resolve("report.json");
        Invocation run =
                Invocation.of("7", "8", "T", "1", directory(), "--source", "embedded", "--json", report.toString());
        assertEquals(ExitCode.OK, run.exitCode());
        assertEquals(8, json(Files.readString(report)).at("/ids/1/id").asInt());
        assertLinesMatch(List.of("2 saved, .*", TIME), run.outLines());
    }

    @Test
    @DefaultLocale("ar-EG-u-nu-arab")
    void writesAsciiDigitsInEveryLocale() throws IOException {
        assertEquals("\u0667", String.format("%d", 7), "the locale has digits of its own");
        Invocation run = Invocation.of("7", "8", "T", "1", directory(), "--source", "embedded", "-v");
        assertEquals(ExitCode.OK, run.exitCode(), run.err());
        assertEquals(List.of("007.png", "008.png"), files());
        assertEquals(List.of("Saved 007.png", "Saved 008.png"), run.errLines());
        assertLinesMatch(
                List.of("2 saved, 0 skipped, 0 failed of 2 \\([0-9]\\.[0-9] MB\\) by 1 thread", TIME), run.outLines());
    }

    @Test
    void doesNotMindThatNobodyReadsItsOutput() throws IOException {
        Writer closed = Writer.nullWriter();
        closed.close();
        StringWriter err = new StringWriter();
        String[] args = {"7", "8", "T", "1", directory(), "--source", "embedded"};
        assertEquals(ExitCode.OK, Main.run(args, new PrintWriter(closed), new PrintWriter(err)));
        assertEquals(List.of("007.png", "008.png"), files());
        assertEquals("", err.toString());
    }
}
