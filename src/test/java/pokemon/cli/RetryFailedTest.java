package pokemon.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pokemon.cli.process.Environment;
import pokemon.cli.process.ExitCode;
import pokemon.faults.FaultServer;
import pokemon.faults.Misbehaviours;
import pokemon.faults.rows.Row;
import pokemon.launch.Invocation;

/** Runs that do what an earlier one did not. */
final class RetryFailedTest {
    private FaultServer server;
    private byte[] image;

    @TempDir
    private Path temporary;

    @BeforeEach
    void serve() throws IOException {
        Path other = temporary.resolve("other");
        assertEquals(0, Invocation.line("1 1 T 1", other, "--source=embedded").exitCode());
        image = Files.readAllBytes(other.resolve("001.png"));
        server = FaultServer.start();
        server.always(Misbehaviours.ok(image));
    }

    @AfterEach
    void stopServing() {
        server.close();
    }

    private Path directory() {
        return temporary.resolve("images");
    }

    private Path report() {
        return temporary.resolve("report.json");
    }

    private List<String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Leaves a report of 1 to 9 in which 2, 5 and 6 failed. */
    private void failThree() {
        for (int id : List.of(2, 5, 6)) {
            server.forId(id, Misbehaviours.status(404), Misbehaviours.ok(image));
        }
        Invocation run = Invocation.line("1 9 T 3", directory(), "--source", server.template(), "--json", report());
        assertEquals(ExitCode.INCOMPLETE, run.exitCode(), run.err());
    }

    @Test
    void goOnWithTheWorkersDirectoryAndSourceOfTheReport() throws IOException {
        failThree();
        int before = server.requests();
        Invocation run = Invocation.line("--retry-failed", report());
        assertEquals(ExitCode.OK, run.exitCode(), run.err());
        assertTrue(run.out().startsWith("3 saved, 0 skipped, 0 failed of 3 "), run.out());
        assertTrue(run.out().contains(" by 3 threads"), run.out());
        assertEquals(before + 3, server.requests());
        assertEquals(9, files(directory()).size());
    }

    @Test
    void doWhatTheCommandLineSaysInstead() throws IOException {
        failThree();
        Path elsewhere = temporary.resolve("elsewhere");
        try (FaultServer other = FaultServer.start()) {
            other.always(Misbehaviours.ok(image));
            Invocation run =
                    Invocation.line("T 1", elsewhere, "--retry-failed", report(), "--source", other.template());
            assertEquals(ExitCode.OK, run.exitCode(), run.err());
            assertTrue(run.out().contains(" by 1 thread"), run.out());
            assertEquals(3, other.requests());
        }
        assertEquals(List.of("002.png", "005.png", "006.png"), files(elsewhere));
    }

    @Test
    void mayWriteTheirReportOverTheOldOne() throws IOException {
        failThree();
        Invocation run = Invocation.line("--retry-failed", report(), "--json", report());
        assertEquals(ExitCode.OK, run.exitCode(), run.err());
        Invocation again = Invocation.line("--retry-failed", report());
        assertEquals(ExitCode.OK, again.exitCode(), again.err());
        assertTrue(again.out().startsWith("0 saved, 0 skipped, 0 failed of 0 (0.0 MB) by 0 threads"), again.out());
    }

    @Test
    void doWhatWasNotAttempted() throws IOException {
        try (FaultServer down = FaultServer.start()) {
            down.always(Misbehaviours.noResponse());
            Invocation run = Invocation.of(
                    "1",
                    "4",
                    "T",
                    "1",
                    directory().toString(),
                    "--source",
                    down.template(),
                    "--deadline=300ms",
                    "--json",
                    report().toString());
            assertTrue(run.out().contains("not attempted of 4"), run.out());
        }
        Invocation run = Invocation.line("--retry-failed", report(), "--source", server.template());
        assertEquals(ExitCode.OK, run.exitCode(), run.err());
        assertEquals(4, files(directory()).size());
    }

    @Test
    void findTheNumberOfWorkersAgainWhereThatRunDid() throws IOException {
        Invocation first = Invocation.line(
                "1 3 T auto", directory(), "--source=embedded", "--fault=not-found=1", "--json", report());
        assertEquals(ExitCode.INCOMPLETE, first.exitCode(), first.err());
        Invocation run = Invocation.line("--retry-failed", report(), "--json", "-");
        assertEquals(ExitCode.OK, run.exitCode(), run.err());
        assertTrue(new ObjectMapper().readTree(run.out()).at("/parameters/auto").booleanValue(), run.out());
    }

    @Test
    void startTheBuiltInMirrorAgain() throws IOException {
        Invocation run =
                Invocation.line("1 3 T 1", directory(), "--source=embedded", "--fault=not-found=1", "--json", report());
        assertEquals(ExitCode.INCOMPLETE, run.exitCode(), run.err());
        assertEquals(ExitCode.OK, Invocation.line("--retry-failed", report()).exitCode());
        assertEquals(3, files(directory()).size());
    }

    @Row(68)
    @Test
    void sayFirstWhereFromAndWhereTo() {
        failThree();
        Invocation run = Invocation.line("--quiet --retry-failed", report());
        assertEquals(
                "pokemon: trying 3 of the ids again, from " + server.template() + " into " + directory(),
                run.errLines().get(0));
    }

    private static Environment configured(String... settings) {
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            environment.put(settings[i], settings[i + 1]);
        }
        return new Environment(environment, "nowhere");
    }

    /** Somebody else may have written the report. */
    @Row(68)
    @Test
    void keepConfiguredHeadersFromASourceThatOnlyTheReportNames() {
        failThree();
        Environment secret = configured("POKEMON_HEADER", "Authorization: secret");
        Invocation run = Invocation.in(secret, "--retry-failed", report().toString());
        assertEquals(ExitCode.OK, run.exitCode(), run.err());
        assertTrue(
                run.err().contains("the configured headers are not sent to 127.0.0.1, which only the report names"),
                run.err());
        assertTrue(server.requestsSeen().stream()
                .allMatch(request -> request.header("Authorization").isEmpty()));
    }

    @Row(68)
    @Test
    void sendConfiguredHeadersToTheConfiguredSourceAndTypedOnesAnywhere() {
        failThree();
        Environment secret = configured("POKEMON_HEADER", "Authorization: secret", "POKEMON_SOURCE", server.template());
        assertEquals(
                ExitCode.OK,
                Invocation.in(secret, "--retry-failed", report().toString()).exitCode());
        assertEquals("secret", server.requestsSeen().get(9).header("Authorization"));
        failThree();
        Invocation run = Invocation.line("--header X-Typed:1 --retry-failed", report());
        assertEquals(ExitCode.OK, run.exitCode(), run.err());
        assertEquals("1", server.requestsSeen().get(21).header("X-Typed"));
    }

    @Row(68)
    @Test
    void askAForeignSourceOnlyWhenItIsTyped() throws IOException {
        failThree();
        Invocation run = Invocation.in(
                configured("POKEMON_SOURCE", "http://127.0.0.1:1/"), "--retry-failed", report().toString());
        assertEquals(ExitCode.USAGE, run.exitCode());
        assertEquals(
                "pokemon: the report names the source " + server.template()
                        + ", which is asked only when it is typed: --source " + server.template(),
                run.errLines().get(0));
        Files.writeString(report(), Files.readString(report()).replace(server.template(), "http://far.example/"));
        assertRefused("the report names the source http://far.example/, which is asked only when it is typed: "
                + "--source http://far.example/");
        Invocation typed = Invocation.line("--source", server.template(), "--retry-failed", report());
        assertEquals(ExitCode.OK, typed.exitCode(), typed.err());
    }

    @Row(68)
    @Test
    void showNoControlCharactersOfTheReport() throws IOException {
        failThree();
        String text = Files.readString(report());
        Files.writeString(report(), text.replace("\"tp\" : \"T\"", "\"tp\" : \"\\u001b[31m\\u202e\""));
        assertRefused("tp: '\\x1b[31m\\u202e' is neither T (threads) nor P (processes) (from " + report() + ")");
        Files.writeString(report(), text.replace("\"tp\" : \"T\"", "\"tp\" : \"" + "T".repeat(300_000) + "\""));
        assertRefused(report() + " is damaged: 'tp' is longer than 4096");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            missing                | no such file: FILE
            ""                     | FILE is no report of a run, as --json writes it
            {                      | FILE is no report of a run: it is not JSON
            [1, 2]                 | FILE is no report of a run, as --json writes it
            {"schema_version" : 1} | FILE is no report of a run, as --json writes it
            """)
    void needAReport(String content, String message) throws IOException {
        if (!content.equals("missing")) {
            Files.writeString(report(), content);
        }
        assertRefused(message.replace("FILE", report().toString()));
    }

    private void assertRefused(String message, Object... more) {
        String[] words = Stream.concat(Stream.of("--retry-failed", report()), Stream.of(more))
                .map(Object::toString)
                .toArray(String[]::new);
        Invocation run = Invocation.of(words);
        assertEquals(ExitCode.USAGE, run.exitCode());
        assertEquals("pokemon: " + message, run.errLines().get(0));
        assertEquals(2, run.errLines().size(), run.err());
        assertEquals("", run.out());
    }

    private void change(String name, int value) throws IOException {
        failThree();
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode document = (ObjectNode) mapper.readTree(report().toFile());
        document.put(name, value);
        mapper.writeValue(report().toFile(), document);
    }

    @Test
    void needAReportOfThisVersion() throws IOException {
        change("schema_version", 2);
        assertRefused(report() + " has schema version 2, and only version 1 is understood");
    }

    @Test
    void sayWhenTheReportIsWrong() throws IOException {
        failThree();
        Files.writeString(report(), Files.readString(report()).replace("\"tp\" : \"T\"", "\"tp\" : \"X\""));
        assertRefused("tp: 'X' is neither T (threads) nor P (processes) (from " + report() + ")");
    }

    @Test
    void blameTheCommandLineForItsOwnMistakes() {
        failThree();
        assertRefused(
                "tp: 'X' is neither T (threads) nor P (processes)"
                        + "; with --ids or --retry-failed, start_id and stop_id are left out",
                "X");
    }

    @Test
    void chooseTheirIdsInOneWayOnly() {
        failThree();
        assertRefused("--ids and --retry-failed both choose the ids: use one of them", "--ids=3");
    }
}
