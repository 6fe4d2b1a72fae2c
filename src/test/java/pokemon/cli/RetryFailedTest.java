package pokemon.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.cli.process.Environment;
import pokemon.cli.process.ExitCode;
import pokemon.faults.FaultServer;
import pokemon.faults.Misbehaviours;
import pokemon.faults.rows.Row;
import pokemon.launch.Invocation;
import pokemon.launch.Listing;

/** Runs that do what an earlier one did not. */
final class RetryFailedTest {
    @AutoClose
    private FaultServer server;

    private byte[] image;

    @TempDir
    private Path temporary;

    @BeforeEach
    void serve() throws IOException {
        Path other = temporary.resolve("other");
        Invocation.ok("1 1 T 1", other, "--source=embedded");
        image = Files.readAllBytes(other.resolve("001.png"));
        server = FaultServer.start();
        server.always(Misbehaviours.ok(image));
    }

    private Path directory() {
        return temporary.resolve("images");
    }

    private Path report() {
        return temporary.resolve("report.json");
    }

    /** Leaves a report of 1 to 9 in which 2, 5 and 6 failed. */
    private void failThree() {
        for (int id : List.of(2, 5, 6)) {
            server.forId(id, Misbehaviours.status(404), Misbehaviours.ok(image));
        }
        Invocation.line("1 9 T 3", directory(), "--source", server.template(), "--json", report())
                .assertExit(ExitCode.INCOMPLETE);
    }

    @Test
    void goOnWithTheWorkersDirectoryAndSourceOfTheReport() throws IOException {
        failThree();
        int before = server.requests();
        Invocation run = Invocation.ok("--retry-failed", report());
        assertTrue(run.out().startsWith("3 saved, 0 skipped, 0 failed of 3 "), run.out());
        assertTrue(run.out().contains(" by 3 threads"), run.out());
        assertEquals(before + 3, server.requests());
        assertEquals(9, Listing.names(directory()).size());
    }

    @Test
    void doWhatTheCommandLineSaysInstead() throws IOException {
        failThree();
        Path elsewhere = temporary.resolve("elsewhere");
        try (FaultServer other = FaultServer.start()) {
            other.always(Misbehaviours.ok(image));
            Invocation run = Invocation.ok("T 1", elsewhere, "--retry-failed", report(), "--source", other.template());
            assertTrue(run.out().contains(" by 1 thread"), run.out());
            assertEquals(3, other.requests());
        }
        assertEquals(List.of("002.png", "005.png", "006.png"), Listing.names(elsewhere));
    }

    @Test
    void mayWriteTheirReportOverTheOldOne() throws IOException {
        failThree();
        Invocation.ok("--retry-failed", report(), "--json", report());
        Invocation again = Invocation.ok("--retry-failed", report());
        assertTrue(again.out().startsWith("0 saved, 0 skipped, 0 failed of 0 (0.0 MB) by 0 threads"), again.out());
    }

    @Test
    void doWhatWasNotAttempted() throws IOException {
        try (FaultServer down = FaultServer.start()) {
            down.always(Misbehaviours.noResponse());
            Object[] more = {directory(), "--source", down.template(), "--deadline=300ms", "--json", report()};
            Invocation run = Invocation.line("1 4 T 1", more);
            assertTrue(run.out().contains("not attempted of 4"), run.out());
        }
        Invocation.ok("--retry-failed", report(), "--source", server.template());
        assertEquals(4, Listing.names(directory()).size());
    }

    @Test
    void findTheNumberOfWorkersAgainWhereThatRunDid() throws IOException {
        Invocation.line("1 3 T auto", directory(), "--source=embedded", "--fault=not-found=1", "--json", report())
                .assertExit(ExitCode.INCOMPLETE);
        Invocation run = Invocation.ok("--retry-failed", report(), "--json", "-");
        assertTrue(run.json().at("/parameters/auto").booleanValue(), run.out());
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

    private Invocation retry(Map<String, String> environment) {
        return Invocation.in(new Environment(environment, "nowhere"), "--retry-failed", report().toString());
    }

    /** Somebody else may have written the report. */
    @Row(68)
    @Test
    void keepConfiguredHeadersFromASourceThatOnlyTheReportNames() {
        failThree();
        Invocation run =
                retry(Map.of("POKEMON_HEADER", "Authorization: secret")).assertExit(ExitCode.OK);
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
        retry(Map.of("POKEMON_HEADER", "Authorization: secret", "POKEMON_SOURCE", server.template()))
                .assertExit(ExitCode.OK);
        assertEquals("secret", server.requestsSeen().get(9).header("Authorization"));
        failThree();
        Invocation.ok("--header X-Typed:1 --retry-failed", report());
        assertEquals("1", server.requestsSeen().get(21).header("X-Typed"));
    }

    @Row(68)
    @Test
    void askAForeignSourceOnlyWhenItIsTyped() throws IOException {
        failThree();
        String message = "the report names the source %1$s; to use it, type --source %1$s";
        retry(Map.of("POKEMON_SOURCE", "http://127.0.0.1:1/")).assertRefused(message.formatted(server.template()));
        Files.writeString(report(), Files.readString(report()).replace(server.template(), "http://far.example/"));
        assertRefused(message.formatted("http://far.example/"));
        Invocation.ok("--source", server.template(), "--retry-failed", report());
    }

    @Row(68)
    @Test
    void showNoControlCharactersOfTheReport() throws IOException {
        replace("\"tp\" : \"T\"", "\"tp\" : \"\\u001b[31m\\u202e\"");
        assertRefused("tp: '\\x1b[31m\\u202e' is neither T (threads) nor P (processes) (from " + report() + ")");
        replace("\"tp\" : \"T\"", "\"tp\" : \"" + "T".repeat(300_000) + "\"");
        assertRefused(report() + " is damaged: 'tp' is longer than 4096");
    }

    @Test
    void takeNoIdForSavedWhoseStatusIsUnknown() throws IOException {
        replace("\"status\" : \"failed\"", "\"status\" : \"lost\"");
        assertRefused(report() + " is damaged: the status 'lost' is unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--jsonl", "--trace", "--log-file"})
    void onlyTheNewReportMayReplaceTheOldOne(String option) throws IOException {
        failThree();
        String before = Files.readString(report());
        Invocation.line("--retry-failed", report(), option, report())
                .assertRefusedBecause("--retry-failed and " + option + " are the same file: " + report());
        assertEquals(before, Files.readString(report()));
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
        Invocation.line("--retry-failed " + report(), more).assertRefused(message);
    }

    private void replace(String right, String wrong) throws IOException {
        failThree();
        String text = Files.readString(report());
        assertTrue(text.contains(right), text);
        Files.writeString(report(), text.replace(right, wrong));
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
