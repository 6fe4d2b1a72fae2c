package pokemon.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import pokemon.schedule.run.IdRange;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.WorkerKind;

/** The documents are what users' scripts rely on: each is sealed by a file. */
final class RunReportWriterTest {
    private static final Host HOST = new Host("pallet", "Linux 6.1", "amd64", 2, "OpenJDK 64-Bit Server VM 17.0.15+6");

    static String sealed(String name) throws IOException {
        try (InputStream in = RunReportWriterTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        }
    }

    /** The writer ends lines as the platform does. */
    private static void assertSealed(String name, String document) throws IOException {
        assertEquals(sealed(name), document.replace("\r\n", "\n"));
    }

    private static String run(RunReport report, String source) throws IOException {
        StringWriter out = new StringWriter();
        RunReportWriter.write(out, report, "1.2.3", HOST, new RunRequest(source, Optional.empty()));
        String document = out.toString();
        assertTrue(document.endsWith("}\n"));
        return document.stripTrailing();
    }

    @Test
    void tellsOfARunThatWasStopped() throws IOException {
        assertSealed("stopped-run.json", run(SampleRuns.stopped(), "http://127.0.0.1:8080/"));
    }

    @Test
    void tellsOfACompleteRun() throws IOException {
        assertSealed("complete-run.json", run(SampleRuns.complete(1, WorkerKind.THREADS, 4), "embedded"));
    }

    @Test
    void tellsWhichNumbersOfWorkersARunChose() throws IOException {
        JsonNode document = new ObjectMapper().readTree(run(SampleRuns.adaptive(4, 16), "embedded"));
        assertEquals(256, document.get("parameters").get("nbr_tp").intValue(), "a number as ever: the most");
        assertTrue(document.get("parameters").get("auto").booleanValue());
        assertEquals(
                "[{\"seconds\":0.0,\"workers\":4,\"images_per_second\":160.2,\"cause\":\"first\"},"
                        + "{\"seconds\":0.1,\"workers\":16,\"images_per_second\":null,\"cause\":\"growing\"}]",
                document.get("worker_path").toString());
    }

    @Test
    void tellsWhatADirectoryHolds() throws IOException {
        assertSealed("directory.json", StatisticsWriter.json(SampleDirectories.mixed(), Optional.empty()));
    }

    @Test
    @DefaultLocale("ar-EG-u-nu-arab")
    void tellsHowADirectoryDiffersFromARange() throws IOException {
        assertSealed(
                "directory-and-range.json",
                StatisticsWriter.json(SampleDirectories.mixed(), Optional.of(new IdRange(1, 5))));
    }
}
