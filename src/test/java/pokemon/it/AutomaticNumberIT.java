package pokemon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.launch.Invocation;

/** Runs that find the number of workers by themselves. */
final class AutomaticNumberIT {
    @TempDir
    private Path temporary;

    private JsonNode run(int ids, String workers, String noun, Object... mirror) throws IOException {
        Path directory = temporary.resolve("images");
        Path report = temporary.resolve("report.json");
        String words = "1 " + ids + " " + workers + " " + directory + " --source embedded --json " + report;
        Invocation run = Invocation.ok(words, mirror);
        String workersUsed = "[0-9]+( to [0-9]+)? " + noun + "(, [0-9]+ at the end)?";
        String summary = ids + " saved, 0 skipped, 0 failed of " + ids + " \\([0-9.]+ MB\\) by " + workersUsed;
        assertLinesMatch(List.of(summary, "Time [0-9.]+"), run.outLines());
        Invocation.ok("stats", directory, "--range", "1-" + ids);
        return new ObjectMapper().readTree(report.toFile());
    }

    private static List<Integer> path(JsonNode report) {
        return StreamSupport.stream(report.get("worker_path").spliterator(), false)
                .map(step -> step.get("workers").intValue())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0ms", "100ms"})
    void everyImageIsThereWithThreads(String latency) throws IOException {
        JsonNode report = run(200, "T AUTO", "threads", "--latency", latency);
        assertEquals(32, path(report).get(0));
        assertTrue(report.get("parameters").get("auto").booleanValue());
        assertEquals(256, report.get("parameters").get("nbr_tp").intValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0ms", "100ms"})
    void everyImageIsThereWithProcesses(String latency) throws IOException {
        JsonNode report = run(60, "P auto", "processe?s+", "--latency", latency);
        int largest = path(report).stream().mapToInt(Integer::intValue).max().orElseThrow();
        assertTrue(report.get("totals").get("processes").intValue() >= largest, report.get("worker_path")::toString);
    }

    @Test
    void waitingLongerBringsMoreThreads() throws IOException {
        // So long that other work of the machine does not matter.
        List<Integer> path = path(run(150, "T auto", "threads", "--latency", "700ms"));
        assertTrue(path.stream().anyMatch(workers -> workers > path.get(0)), path::toString);
    }

    @Test
    void aServerThatThrottlesHasFewerThreadsToDealWith() throws IOException {
        Object[] throttling = {"--fault", "too-many-requests=0.1", "--seed", "5", "--attempts", "9"};
        List<Integer> path = path(run(60, "T auto", "threads", throttling));
        assertTrue(path.stream().anyMatch(workers -> workers < path.get(0)), path::toString);
    }

    @Test
    void oneIdNeedsOneWorker() throws IOException {
        assertEquals(List.of(1), path(run(1, "T auto", "thread")));
    }
}
