package pokemon.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.launch.Invocation;

/** A trace of a run with a flaky mirror, held against the rules of the format and against the report of the run. */
final class TraceFileTest {
    @TempDir
    private Path temporary;

    private JsonNode read(String name) throws IOException {
        return new ObjectMapper().readTree(temporary.resolve(name).toFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"T", "P"})
    void followsTheRulesOfTheFormatAndTheReport(String kind) throws IOException {
        String words = "1 24 " + kind + " 3 --source=embedded --fault=server-error=0.3";
        Path report = temporary.resolve("report");
        Invocation.ok(words, temporary.resolve("images"), "--trace", temporary.resolve("trace"), "--json", report);
        Map<Integer, Integer> attempts = new HashMap<>();
        Set<Integer> named = new TreeSet<>();
        Set<Integer> tracks = new TreeSet<>();
        Map<Integer, Deque<Double>> open = new HashMap<>();
        Map<Integer, Integer> retries = new HashMap<>();
        double before = 0;
        for (JsonNode event : read("trace").get("traceEvents")) {
            int track = event.get("tid").asInt();
            if (event.get("ph").asText().equals("M")) {
                named.add(track);
                continue;
            }
            tracks.add(track);
            double at = event.get("ts").asDouble();
            assertTrue(at >= before, "timestamps rise: " + event);
            before = at;
            String name = event.get("name").asText();
            if (event.get("ph").asText().equals("i")) {
                if (name.startsWith("retry ")) {
                    retries.merge(Integer.parseInt(name.substring(6)), 1, Integer::sum);
                }
                continue;
            }
            assertEquals("X", event.get("ph").asText());
            double end = at + event.get("dur").asDouble();
            Deque<Double> ends = open.computeIfAbsent(track, any -> new ArrayDeque<>());
            // Nanoseconds are written as microseconds with a fraction.
            while (!ends.isEmpty() && ends.peek() <= at + 1e-3) {
                ends.pop();
            }
            assertTrue(ends.isEmpty() || end <= ends.peek() + 1e-3, "durations nest: " + event);
            ends.push(end);
            if (name.matches("[0-9]{3}( attempt [0-9]+)?")) {
                attempts.merge(Integer.parseInt(name.substring(0, 3)), 1, Integer::sum);
            }
        }
        assertTrue(named.containsAll(tracks), () -> named + " " + tracks);
        int retried = 0;
        for (JsonNode id : read("report").get("ids")) {
            int number = id.get("id").asInt();
            assertEquals(id.get("attempts").asInt(), attempts.get(number), id::toString);
            assertEquals(id.get("attempts").asInt() - 1, retries.getOrDefault(number, 0), id::toString);
            retried += retries.getOrDefault(number, 0);
            double phases = 0;
            for (String phase : Set.of("request", "body", "check", "reencode", "write")) {
                phases += id.at("/phases/" + phase).asDouble();
            }
            assertTrue(phases > 0 && phases <= id.get("seconds").asDouble() + 1e-3, id::toString);
        }
        assertTrue(retried > 0, "some were tried again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "speed --workers 1,2 --runs 1 --range 1-6 --latency 1ms",
                "load --workers 2 --range 1-6",
                "compare --workloads cpu --workers 1,2 --runs 1 --cpu-items 1",
                "race --ids 100000 --workers 2 --repeats 1"
            })
    void eachTrialOfAnExperimentIsAProcessOfItsOwn(String experiment) throws IOException {
        Path trace = temporary.resolve("trace");
        Invocation.ok("experiment " + experiment + " -q --trace", trace, "--out", temporary.resolve("out"));
        Map<Integer, String> processes = new HashMap<>();
        Map<Integer, Double> begins = new HashMap<>();
        for (JsonNode event : read("trace").get("traceEvents")) {
            int process = event.get("pid").asInt();
            if (event.get("name").asText().equals("process_name")) {
                processes.put(process, event.at("/args/name").asText());
            } else if (event.get("ph").asText().equals("X")) {
                begins.putIfAbsent(process, event.get("ts").asDouble());
            }
        }
        assertTrue(processes.size() > 1, processes::toString);
        assertEquals(processes.keySet(), begins.keySet());
        for (int process = 2; process <= processes.size(); process++) {
            assertTrue(begins.get(process) > begins.get(process - 1), begins::toString);
        }
    }
}
