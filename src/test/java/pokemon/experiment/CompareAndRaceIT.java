package pokemon.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pokemon.experiment.report.ExperimentFiles;
import pokemon.launch.Invocation;
import pokemon.launch.ToolProcess;

class CompareAndRaceIT {
    @TempDir
    private Path directory;

    private JsonNode run(int pictures, String words) throws IOException, InterruptedException {
        Path out = directory.resolve("out");
        List<String> command = Stream.concat(
                        Stream.of(System.getProperty("pokemon.launcher"), "experiment"),
                        Stream.of((words + " --out " + out).split(" ", -1)))
                .toList();
        ToolProcess.run(directory, Map.of("JAVA_HOME", System.getProperty("java.home")), command)
                .assertExit(0);
        return ExperimentFiles.check(out, pictures);
    }

    private static JsonNode result(JsonNode document, String command) {
        for (JsonNode result : document.get("results")) {
            if (result.get("command").asText().equals(command)) {
                return result;
            }
        }
        throw new AssertionError("no " + command + " in " + document);
    }

    @Test
    void compareMakesTheClassicTableAndItsPictures() throws Exception {
        JsonNode document = run(
                9,
                "compare --workers 1,2 --runs 2 --latency 5ms"
                        + " --cpu-items 5 --io-items 4 --mixed-items 1 --seed 7");
        Path out = directory.resolve("out");
        List<String> csv = Files.readAllLines(out.resolve("results.csv"));
        assertEquals("nthreads,CpuThread,CpuProcess,IoThread,IoProcess,MixedThread,MixedProcess", csv.get(0));
        assertEquals(3, csv.size());
        assertEquals(2, result(document, "io by 2 processes").get("times").size());
        assertEquals(8, result(document, "io by 2 threads").get("items").asInt());
        assertEquals(
                1, result(document, "io serial, work of 1").at("/connections/0").asInt());
        assertEquals(
                4,
                result(document, "io serial-new-connection, work of 1")
                        .at("/connections/0")
                        .asInt());
    }

    @Test
    void aFixedAmountIsSharedByTheWorkers() throws Exception {
        JsonNode document = run(
                3,
                "compare --workloads io --strategies serial,threads --workers 3 --scaling strong --io-items 7 --runs 1");
        assertEquals(7, result(document, "io by 3 threads").get("items").asInt());
        assertEquals(7, result(document, "io serial, work of 1").get("items").asInt());
    }

    @Test
    void aFixedAmountNeedsNoSerialMeasurement() throws Exception {
        JsonNode document = run(
                5,
                "compare --workloads cpu --strategies threads,processes --workers 2 --scaling strong --cpu-items 2"
                        + " --runs 1");
        assertEquals(2, document.get("results").size());
    }

    @Test
    void raceCountsWhatTheSafeCountersDraw() throws Exception {
        JsonNode document = run(4, "race --ids 50000 --workers 3 --repeats 2");
        for (String safe : List.of("synchronized", "atomic", "fixed-split")) {
            JsonNode result = result(document, safe);
            assertEquals("[50000,50000]", result.get("draws").toString());
            assertEquals("[0,0]", result.get("drawn_twice").toString());
        }
        assertEquals(2, result(document, "unsafe").get("draws").size());
    }

    @Test
    void aRaceOfOneIsAUsageError() {
        Invocation tool = Invocation.line("experiment race --workers 1");
        assertEquals(2, tool.exitCode());
        assertTrue(tool.errLines().get(0).contains("--workers"), () -> tool.errLines()
                .toString());
    }

    @Test
    void aStrategyThatSuitsNoWorkloadIsAUsageError() {
        assertEquals(
                2,
                Invocation.line("experiment compare --workloads cpu --strategies async")
                        .exitCode());
        assertEquals(2, Invocation.line("experiment compare --strategies fork").exitCode());
    }
}
