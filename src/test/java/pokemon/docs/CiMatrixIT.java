package pokemon.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pokemon.launch.Run;
import pokemon.launch.ToolProcess;

/** The example of a CI workflow. */
final class CiMatrixIT {
    @TempDir
    private Path temporary;

    private JsonNode workflow;

    @BeforeEach
    void readWorkflow() throws IOException {
        workflow = new YAMLMapper().readTree(new File("src/examples/ci-matrix.yml"));
    }

    private JsonNode job(String job) {
        return workflow.get("jobs").get(job);
    }

    private JsonNode step(String job, String name) {
        for (JsonNode step : job(job).get("steps")) {
            if (step.path("name").asText("").equals(name)) {
                return step;
            }
        }
        throw new AssertionError("there is no step " + name);
    }

    private String script(String job, String name) {
        return step(job, name).get("run").asText();
    }

    @Test
    void buildsOnceAndChecksAfterAllParts() {
        assertEquals("workflow_dispatch", workflow.get("on").asText());
        assertEquals(
                "[\"1/4\",\"2/4\",\"3/4\",\"4/4\"]",
                job("download").at("/strategy/matrix/shard").toString());
        assertEquals("build", job("download").get("needs").asText());
        assertEquals("[\"build\",\"download\"]", job("check").get("needs").toString());
        assertEquals(
                "${{ matrix.shard }}",
                step("download", "Download").at("/env/SHARD").asText());
        assertEquals("{\"contents\":\"read\"}", workflow.get("permissions").toString());
        assertEquals("{}", job("download").get("permissions").toString());
        assertEquals("{}", job("check").get("permissions").toString());
    }

    @Test
    void keepsExpressionsOutOfTheShell() {
        for (JsonNode job : workflow.get("jobs")) {
            for (JsonNode step : job.get("steps")) {
                assertFalse(step.path("run").asText("").contains("${{"), step::toString);
            }
        }
    }

    @Test
    void downloadsTheWholeRangeInParts() throws Exception {
        Map<String, String> environment = environment();
        for (JsonNode shard : job("download").at("/strategy/matrix/shard")) {
            environment.put("SHARD", shard.asText());
            bash(environment, script("download", "Download")).assertExit(0);
            assertFalse(Files.exists(temporary.resolve("retry.json")));
        }
        bash(environment, script("check", "Check")).assertExit(0);
    }

    @Test
    void triesAgainWhatFailed() throws Exception {
        Map<String, String> environment = environment();
        environment.put("SHARD", "1/1");
        environment.put("RANGE", "1-30");
        environment.put("POKEMON_FAULT", "not-found=0.3");
        bash(environment, script("download", "Download")).assertExit(1);
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
