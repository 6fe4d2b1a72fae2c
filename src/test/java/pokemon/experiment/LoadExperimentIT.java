package pokemon.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pokemon.experiment.report.ExperimentFiles;
import pokemon.faults.FaultServer;
import pokemon.faults.Misbehaviour;
import pokemon.faults.Misbehaviours;
import pokemon.launch.Invocation;
import pokemon.png.TestImages;

/** The experiment "load" from the command line to its files, tiny. */
final class LoadExperimentIT {
    @TempDir
    private Path temporary;

    @Test
    void comparesFixedSharesWithTheQueue() throws IOException {
        Invocation tool = Invocation.ok(
                "experiment load --schedule static,dynamic --workers 3 --range 10-24 --latency 5ms --jitter 5ms --runs 2 -q --out",
                temporary);
        JsonNode json = ExperimentFiles.check(temporary, 6);
        List<List<String>> workers = ExperimentFiles.csv(temporary, "results.csv");
        List<List<String>> images = ExperimentFiles.csv(temporary, "images.csv");
        assertEquals(1 + 2 * 3, workers.size());
        assertEquals(1 + 2 * 15, images.size());
        for (int i = 0; i < 3; i++) {
            assertEquals("5", workers.get(1 + i).get(2), "fixed shares are equal");
            assertEquals(
                    json.get("results").get(1).get("busy").get(i).asText(),
                    workers.get(4 + i).get(4));
        }
        Set<String> ids = new HashSet<>();
        images.stream().skip(16).forEach(row -> ids.add(row.get(1)));
        assertEquals(15, ids.size(), "the queue hands out each id once");
        assertTrue(tool.outLines().stream().anyMatch(line -> line.startsWith("- Work and tail took ")));
        assertEquals(1 + 4, ExperimentFiles.csv(temporary, "runs.csv").size());
        for (JsonNode result : json.get("results")) {
            for (int run = 0; run < 2; run++) {
                double parts = 0;
                for (String part : List.of("start", "work", "tail", "end")) {
                    parts += result.get(part).get(run).asDouble();
                }
                assertEquals(result.get("times").get(run).asDouble(), parts, 1e-5, "the parts add up");
            }
        }
        assertEquals(
                2,
                tool.outLines().stream()
                        .filter(line -> line.endsWith("  end of the run"))
                        .count());
    }

    @Test
    void aRunThatFailsIsLeftOutAndTheRestGoesOn() throws IOException {
        byte[] image = TestImages.png(new TestImages.Form(20, 15, 8, 6, false, false), 7);
        Misbehaviour ok = Misbehaviours.ok(image);
        Misbehaviour missing = Misbehaviours.status(404);
        try (FaultServer server = FaultServer.start()) {
            // The warm-up, the first run, all attempts at the second one, and the third.
            server.forId(7, ok, ok, missing, missing, missing, ok);
            Invocation.ok("experiment load --workers 1 --range 7-7 -q --source", server.template(), "--out", temporary);
        }
        JsonNode json = ExperimentFiles.check(temporary, 6);
        assertEquals(2, json.get("results").get(0).get("times").size());
        assertTrue(json.get("warnings").toString().contains("left out: 1"), json.get("warnings")::toString);
    }

    @Test
    void showsProcessesToo() throws IOException {
        Invocation.ok("experiment load --modes P --workers 2 --range 1-6 -q --out", temporary);
        JsonNode json = ExperimentFiles.check(temporary, 6);
        assertEquals("P", json.at("/parameters/mode").asText());
    }
}
