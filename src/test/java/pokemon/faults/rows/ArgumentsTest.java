package pokemon.faults.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.launch.Invocation;
import pokemon.launch.Run;
import pokemon.launch.Tool;
import pokemon.schedule.run.WorkerKind;

/** Command lines that are refused. */
final class ArgumentsTest extends RowTest {
    @Row(35)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 5 T 2 DIR",
                "5 4 T 2 DIR",
                "-1 5 T 2 DIR",
                "+5 9 T 2 DIR",
                "\u0661 \u0665 T 2 DIR",
                "1.0 5 T 2 DIR",
                "1 x T 2 DIR",
                "1 99999999999 T 2 DIR",
                "1 5 M 2 DIR",
                "1 5 T 0 DIR",
                "1 5 T -2 DIR",
                "1 5 P +2 DIR",
                "1 5 T 2 DIR extra",
                "1 5 T 2 DIR --no-such-option",
                "1 5 T 2 DIR --attempts=0",
                "1 5 T 2 DIR --timeout=0",
                "1 5 T 2 DIR --timeout=soon",
                "1 5 T 2 DIR --rate=-1",
                "1 5 T 2 DIR --max-bytes=0",
                "1 5 T 2 DIR --reencode=never",
                "1 5 T 2 DIR --resume --update",
                "1 5 T 2 DIR --ids=7",
                "T 2 DIR --ids=0",
                "T 2 DIR --retry-failed=no/such/report.json",
                "1 5 T 2 DIR --header=Host:x",
                "1 5 T 2 DIR --config=no/such/file",
            })
    void endInOneClearLineAndTouchNothing(String line) throws IOException {
        serve(1, 9);
        Path directory = scratch.resolve("images");
        Path report = scratch.resolve("report.json");
        List<String> arguments = new ArrayList<>(
                Arrays.asList(line.replace("DIR", directory.toString()).split(" ", -1)));
        arguments.add("--source=" + server.baseUri());
        arguments.add("--json=" + report);
        Invocation run = Invocation.of(arguments.toArray(String[]::new));

        assertEquals(2, run.exitCode(), run::toString);
        assertEquals("", run.out());
        assertEquals(2, run.errLines().size(), run::toString);
        assertEquals(0, server.connections());
        assertFalse(Files.exists(directory));
        assertFalse(Files.exists(report));
    }

    @Row(35)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://127.0.0.1/",
                "/nowhere",
                "embeded",
                "http://127.0.0.1/001.png",
                "file:///etc/",
                "http:///",
                "http://127.0.0.1:99999/"
            })
    void aSourceThatIsNoWebAddressIsRefused(String source) throws IOException {
        Run run = new Tool(WorkerKind.THREADS, scratch).from(source).run();
        run.assertExit(2).assertSays("pokemon: --source: '" + source);
        assertEquals(2, run.err().size());
        assertFalse(Files.exists(run.directory()));
    }
}
