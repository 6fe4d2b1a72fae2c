package pokemon.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pokemon.faults.rows.Row;
import pokemon.launch.Invocation;

/** Files that users name by mistake, and that would fill the memory. */
final class HugeInputTest {
    @TempDir
    private Path temporary;

    private Path huge;

    @BeforeEach
    void makeHugeFile() throws IOException {
        huge = temporary.resolve("huge");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            // A hole, which takes no room.
            file.setLength(1L << 30);
        }
    }

    @Row(45)
    @ParameterizedTest
    @CsvSource({
        "T 1 OUT --retry-failed, '', 2",
        "T 1 OUT --ids, '@', 2",
        "1 1 T 1 OUT --source http://127.0.0.1:1/ --config, '', 2",
        "1 1 T 1 OUT --source http://127.0.0.1:1/ --ca-certificate, '', 3"
    })
    void areRefusedInOneLine(String words, String mark, int exitCode) {
        for (Path file : new Path[] {huge, Path.of("/dev/zero")}) {
            Invocation run = Invocation.line(words.replace("OUT", temporary.toString()), mark + file);
            run.assertExit(exitCode);
            String line = run.errLines().get(0);
            assertTrue(line.startsWith("pokemon: ") && line.contains(file.toString()), line);
            assertTrue(line.contains("it is larger than 1"), line);
        }
    }
}
