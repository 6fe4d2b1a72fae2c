package pokemon.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pokemon.launch.Run;
import pokemon.launch.ToolProcess;

/** The example of a CI workflow. */
final class CiMatrixIT {
    @TempDir
    private Path temporary;

    @Test
    void buildsOnceAndChecksAfterAllParts() throws IOException {
        Workflow workflow = Workflow.read(Workflow.MATRIX);
        assertEquals("workflow_dispatch", workflow.root().get("on").asText());
        assertEquals(
                "[\"1/4\",\"2/4\",\"3/4\",\"4/4\"]",
                workflow.job("download").at("/strategy/matrix/shard").toString());
        assertEquals("build", workflow.job("download").get("needs").asText());
        assertEquals(
                "[\"build\",\"download\"]", workflow.job("check").get("needs").toString());
        assertEquals(
                "${{ matrix.shard }}",
                workflow.step("download", "Download").at("/env/SHARD").asText());
        assertEquals(
                "{\"contents\":\"read\"}", workflow.root().get("permissions").toString());
        assertEquals("{}", workflow.job("download").get("permissions").toString());
        assertEquals("{}", workflow.job("check").get("permissions").toString());
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

    @Test
    void downloadsTheWholeRangeInParts() throws Exception {
        Workflow workflow = Workflow.read(Workflow.MATRIX);
        Map<String, String> environment = environment();
        for (JsonNode shard : workflow.job("download").at("/strategy/matrix/shard")) {
            environment.put("SHARD", shard.asText());
            bash(environment, workflow.script("download", "Download")).assertExit(0);
            assertFalse(Files.exists(temporary.resolve("retry.json")));
        }
        bash(environment, workflow.script("check", "Check")).assertExit(0);
    }

    @Test
    void triesAgainWhatFailed() throws Exception {
        Workflow workflow = Workflow.read(Workflow.MATRIX);
        Map<String, String> environment = environment();
        environment.put("SHARD", "1/1");
        environment.put("RANGE", "1-30");
        environment.put("POKEMON_FAULT", "not-found=0.3");
        bash(environment, workflow.script("download", "Download")).assertExit(1);
        assertTrue(Files.exists(temporary.resolve("retry.json")));
    }

    private Map<String, String> environment() throws IOException {
        Path dist = Path.of(System.getProperty("pokemon.launcher"))
                .toAbsolutePath()
                .getParent()
                .getParent();
        Files.createSymbolicLink(temporary.resolve("dist"), dist);
        return new HashMap<>(Map.of("RANGE", "11-20", "POKEMON_SOURCE", "embedded", "POKEMON_RATE", "100"));
    }

    private Run bash(Map<String, String> environment, String script) throws Exception {
        return ToolProcess.run(temporary, environment, List.of("bash", "-ec", script));
    }
}
