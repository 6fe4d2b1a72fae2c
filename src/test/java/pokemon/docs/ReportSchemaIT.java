package pokemon.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.cli.process.ExitCode;
import pokemon.faults.FaultServer;
import pokemon.faults.Misbehaviours;
import pokemon.launch.Invocation;
import pokemon.png.TestImages;
import pokemon.report.PublishedSchema;

/** Reports of real runs fit the published schemas. */
final class ReportSchemaIT {
    @TempDir
    private Path temporary;

    /** Runs, and returns the report after its check against the schema. */
    private JsonNode report(int exitCode, String arguments, Object... options) throws IOException {
        Path report = temporary.resolve("report.json");
        String words = arguments + " " + temporary.resolve("images") + " --json " + report;
        Invocation.line(words, options).assertExit(exitCode);
        String document = Files.readString(report);
        assertEquals(List.of(), PublishedSchema.RUN_REPORT.violations(document), document);
        return new ObjectMapper().readTree(document);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7 12 T 3", "7 12 P 2"})
    void ofACompleteRunAndOfOneThatSkipsAll(String arguments) throws IOException {
        JsonNode first = report(ExitCode.OK, arguments, "--source", "embedded");
        assertEquals(6, first.at("/totals/saved").asInt());
        JsonNode again =
                report(ExitCode.OK, arguments, "--source", "embedded", "--resume", "--rate=1000", "--deadline=1m");
        assertEquals(6, again.at("/totals/skipped").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"7 9 T 2", "7 9 P 2"})
    void ofARunWithFailures(String arguments) throws IOException {
        try (FaultServer server = FaultServer.start()) {
            server.forId(8, Misbehaviours.ok(TestImages.large(8)));
            JsonNode report = report(ExitCode.INCOMPLETE, arguments, "--source", server.baseUri());
            assertEquals(2, report.at("/totals/failed").asInt());
        }
    }

    @Test
    void ofARunThatTheDeadlineStops() throws IOException {
        try (FaultServer server = FaultServer.start()) {
            server.always(Misbehaviours.noResponse());
            JsonNode report =
                    report(ExitCode.INCOMPLETE, "7 9 T 1", "--source", server.baseUri(), "--deadline", "300ms");
            assertEquals("deadline", report.at("/stopped/cause").asText());
        }
    }

    @Test
    void ofARunThatCannotReachItsSource() throws IOException {
        String source = "http://127.0.0.1:" + FaultServer.unusedPort() + "/";
        JsonNode report = report(ExitCode.CANNOT_START, "1 40 T 2", "--source", source, "--attempts", "1");
        assertEquals("all_fail_alike", report.at("/stopped/cause").asText());
    }

    @Test
    void ofARunWhoseChildrenDoNotStart() throws IOException {
        JsonNode report = report(ExitCode.CANNOT_START, "1 4 P 2", "--source", "embedded", "--jvm-arg", "-Xmx1k");
        assertEquals("no_workers", report.at("/stopped/cause").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--json", "--json --range 7-9"})
    void ofADirectory(String options) throws IOException {
        Path images = Files.createDirectory(temporary.resolve("images"));
        Files.write(images.resolve("007.png"), TestImages.large(7));
        Files.writeString(images.resolve("008.png"), "no image");
        Files.writeString(images.resolve("000.png"), "no image");
        Files.writeString(images.resolve("notes.txt"), "");
        Invocation run = Invocation.line("stats " + options, images);
        assertEquals(List.of(), PublishedSchema.STATISTICS.violations(run.out()), run.out());
        assertEquals(2, run.json().at("/images").asInt());
    }
}
