package pokemon.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;

/** One run of a program in a process of its own. */
public record Launched(int exitCode, List<String> out, List<String> err) {
    private static final long LIMIT_SECONDS = 120;

    /** Runs a command to its end. */
    public static Launched run(Path directory, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        File out = File.createTempFile("out", ".txt", directory.toFile());
        File err = File.createTempFile("err", ".txt", directory.toFile());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out)
                .redirectError(err);
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            Assertions.fail(command + " does not end");
        }
        return new Launched(process.exitValue(), Files.readAllLines(out.toPath()), Files.readAllLines(err.toPath()));
    }
}
