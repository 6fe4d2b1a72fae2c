package pokemon.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.experiment.report.ExperimentFiles;
import pokemon.launch.Invocation;

/** The experiment "speed" from the command line to its files, tiny. */
final class SpeedExperimentIT {
    @TempDir
    private Path temporary;

    @Test
    void leavesNumbersThatAgreeAndPicturesThatOpen() throws IOException {
        Path out = temporary.resolve("out");
        Invocation tool = Invocation.ok(
                "experiment speed --workers 1,2 --runs 2 --range 1-20 --latency 1ms --seed 4 --out", out, "-q");
        JsonNode json = ExperimentFiles.check(out, 8);
        List<List<String>> rows = ExperimentFiles.csv(out, "results.csv");
        assertEquals(5, rows.size());
        assertEquals(4, json.get("results").size());
        for (int i = 0; i < 4; i++) {
            JsonNode result = json.get("results").get(i);
            List<String> row = rows.get(i + 1);
            assertEquals(result.get("parameters").get("mode").asText(), row.get(0));
            assertEquals(result.get("parameters").get("workers").asText(), row.get(1));
            assertEquals(result.get("mean").asText(), row.get(3));
            assertEquals(2, result.get("times").size());
            assertTrue(result.get("min").asDouble() > 0.010, "20 images of 1 ms each by at most 2 workers");
        }
        assertEquals(4, Files.readAllLines(out.resolve("parts.dat")).size());
        assertTrue(
                tool.outLines().stream().anyMatch(line -> line.startsWith("- One process took ")),
                tool.outLines()::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "experiment",
                "experiment speed --modes M",
                "experiment speed --modes ,",
                "experiment load --schedule ,",
                "experiment speed --workers 0",
                "experiment speed --workers 4..2",
                "experiment speed --runs 0",
                "experiment speed --source http://127.0.0.1:9/ --latency 5ms",
                "experiment speed --source nonsense"
            })
    void nonsenseIsRefusedBeforeAnythingHappens(String words) {
        Path out = temporary.resolve("out");
        Invocation tool = words.contains(" ") ? Invocation.line(words, "--out", out) : Invocation.line(words);
        assertEquals(2, tool.exitCode());
        assertEquals(2, tool.errLines().size(), tool.errLines()::toString);
        assertTrue(Files.notExists(out));
    }

    @Test
    void namesTheFailureOfASourceThatIsDown() {
        Invocation tool = Invocation.line(
                "experiment speed --workers 1 --modes T --runs 1 --range 1-3 --source http://127.0.0.1:9/ -q --out",
                temporary.resolve("out"));
        assertEquals(3, tool.exitCode());
        assertTrue(tool.errLines().get(0).startsWith("pokemon: nothing was measured: "), tool.errLines()::toString);
    }
}
