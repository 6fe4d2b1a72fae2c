package pokemon.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;

/** A workflow file, as a CI service reads it. */
record Workflow(JsonNode root) {
    /** The example that users copy. */
    static final Path MATRIX = Path.of("src/examples/ci-matrix.yml");

    static Workflow read(Path file) throws IOException {
        return new Workflow(new YAMLMapper().readTree(file.toFile()));
    }

    JsonNode job(String job) {
        return root.get("jobs").get(job);
    }

    /** Returns the step of a name. */
    JsonNode step(String job, String name) {
        for (JsonNode step : job(job).get("steps")) {
            if (step.path("name").asText("").equals(name)) {
                return step;
            }
        }
        throw new AssertionError("there is no step " + name);
    }

    /** Returns the shell lines of a step. */
    String script(String job, String name) {
        return step(job, name).get("run").asText();
    }
}
