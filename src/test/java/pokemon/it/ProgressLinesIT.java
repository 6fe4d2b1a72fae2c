package pokemon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.launch.Run;
import pokemon.launch.ToolProcess;

/** {@code --progress every=N} of the packaged program, for the log of CI. */
final class ProgressLinesIT {
    @TempDir
    private Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"T", "P"})
    void areFreeOfControlCharacters(String kind) throws Exception {
        Run run = ToolProcess.run(
                        temporary,
                        Map.of("TERM", "xterm-256color"),
                        List.of(
                                System.getProperty("pokemon.launcher"),
                                "1",
                                "25",
                                kind,
                                "2",
                                temporary.resolve("images").toString(),
                                "--source=embedded",
                                "--progress=every=10"))
                .assertExit(0);
        assertEquals(3, run.err().size(), () -> run.err().toString());
        for (String line : run.err()) {
            assertTrue(
                    line.matches("progress (10|20|25)/25 saved=[0-9]+ skipped=0 failed=0 seconds=[0-9]+\\.[0-9]{3}"),
                    line);
            assertTrue(line.chars().noneMatch(Character::isISOControl), line);
        }
    }
}
