package pokemon.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pokemon.launch.Run;
import pokemon.launch.ToolProcess;

/** The example of a CI workflow. */
final class CiMatrixTest {
    @TempDir
    private Path temporary;

    @Test
    void hasFourJobsAndOneThatChecksAfterThem() throws IOException {
        Workflow workflow = Workflow.read(Workflow.MATRIX);
        assertEquals("workflow_dispatch", workflow.root().get("on").asText());
        assertEquals(
                "[1,2,3,4]", workflow.job("download").at("/strategy/matrix/job").toString());
        assertEquals("download", workflow.job("check").get("needs").asText());
        assertEquals(
                "${{ strategy.job-index }}",
                workflow.step("download", "Share").at("/env/JOB").asText());
        assertEquals(
                "${{ strategy.job-total }}",
                workflow.step("download", "Share").at("/env/JOBS").asText());
        assertTrue(workflow.script("check", "Check").contains("stats images --range"));
    }

    @Test
    void keepsExpressionsOutOfTheShell() throws IOException {
        Workflow workflow = Workflow.read(Workflow.MATRIX);
        for (JsonNode job : workflow.root().get("jobs")) {
            for (JsonNode step : job.get("steps")) {
                assertFalse(step.path("run").asText("").contains("${{"), step::toString);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 898, 4",
        "1, 898, 1",
        "1, 898, 2",
        "1, 898, 3",
        "1, 898, 5",
        "1, 898, 7",
        "1, 898, 32",
        "1, 898, 100",
        "30, 47, 4",
        "7, 7, 1",
        "1, 3, 5",
        "999, 1025, 6"
    })
    void dealsEachIdToExactlyOneJob(int first, int last, int jobs) throws Exception {
        String script = Workflow.read(Workflow.MATRIX).script("download", "Share");
        Path output = temporary.resolve("output");
        Run run = ToolProcess.run(
                temporary,
                Map.of(
                        "FIRST", "" + first,
                        "LAST", "" + last,
                        "JOBS", "" + jobs,
                        "GITHUB_OUTPUT", output.toString()),
                List.of("bash", "-ec", "for ((JOB = 0; JOB < JOBS; JOB++)); do\n" + script + "\ndone"));
        assertEquals(0, run.exitCode(), () -> run.err().toString());
        List<Integer> dealt = new ArrayList<>();
        List<String> lines = Files.readAllLines(output);
        assertEquals(2 * jobs, lines.size());
        for (int job = 0; job < jobs; job++) {
            int start = number("start=", lines.get(2 * job));
            int stop = number("stop=", lines.get(2 * job + 1));
            int share = stop - start + 1;
            int even = (last - first + 1) / jobs;
            assertTrue(share == even || share == even + 1, () -> "a share of " + share);
            IntStream.rangeClosed(start, stop).forEach(dealt::add);
        }
        assertEquals(IntStream.rangeClosed(first, last).boxed().toList(), dealt);
    }

    private static int number(String name, String line) {
        assertTrue(line.startsWith(name), line);
        return Integer.parseInt(line.substring(name.length()));
    }
}
