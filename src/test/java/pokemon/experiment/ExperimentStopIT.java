package pokemon.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pokemon.experiment.report.ExperimentFiles;

/** An experiment that a signal ends keeps what it has measured. */
final class ExperimentStopIT {
    @TempDir
    private Path temporary;

    @Test
    void keepsWhatWasMeasuredWhenASignalEndsIt() throws Exception {
        Process process = new ProcessBuilder(List.of(
                        System.getProperty("pokemon.launcher"),
                        "experiment",
                        "speed",
                        "--modes=T",
                        "--workers=1",
                        "--runs=10000",
                        "--range=1-4",
                        "--progress=always",
                        "--out=" + temporary))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            awaitTrial(process, "trial 3 of 10001 done");
            process.destroy();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertEquals(128 + 15, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
        JsonNode json = ExperimentFiles.check(temporary, 7);
        assertTrue(json.get("results").get(0).get("times").size() >= 2);
        assertTrue(json.get("warnings").get(0).asText().startsWith("This is partial: "));
    }

    private static void awaitTrial(Process process, String words) throws IOException {
        BufferedReader err = process.errorReader();
        StringBuilder seen = new StringBuilder();
        while (seen.indexOf(words) < 0) {
            int next = err.read();
            assertTrue(next >= 0, seen::toString);
            seen.append((char) next);
        }
    }
}
