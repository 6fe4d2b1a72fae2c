package pokemon.faults.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import pokemon.faults.rows.disk.PrivateMount;
import pokemon.launch.Run;
import pokemon.launch.Tool;
import pokemon.launch.ToolProcess;
import pokemon.schedule.run.WorkerKind;

/** Experiments in which something goes wrong. */
final class ExperimentsIT extends RowTest {
    private static final String JAVA = System.getProperty("java.home") + "/bin/java";
    private static final String CLASSES = System.getProperty("java.class.path");

    @Row(42)
    @Test
    void aChildThatPrintsMoreThanAPipeHoldsIsMeasured() throws Exception {
        Path out = scratch.resolve("out");
        Tool tool = tool(WorkerKind.PROCESSES).environment("JAVA_TOOL_OPTIONS", "-Xlog:class+load=debug");
        try (ToolProcess process = tool.start(List.of(
                JAVA,
                "-cp",
                CLASSES,
                "pokemon.Main",
                "experiment",
                "compare",
                "--workloads=cpu",
                "--strategies=processes",
                "--workers=2",
                "--runs=1",
                "--cpu-items=1",
                "--quiet",
                "--out=" + out))) {
            process.finish().assertExit(0);
        }
        assertTrue(Files.readString(out.resolve("results.json")).contains("cpu by 2 processes"));
    }

    @Row(42)
    @Test
    void aDiskThatIsFullAtTheEndCostsThePicturesAndNotTheNumbers() throws Exception {
        PrivateMount.assumePossible();
        Path copy = scratch.resolve("copy");
        Path results = scratch.resolve("results");
        Tool tool = tool(WorkerKind.THREADS);
        PrivateMount.mount(tool, results, "size=64k", scratch.resolve("seed"), copy);
        try (ToolProcess process = tool.startBehind(List.of(
                JAVA,
                "-cp",
                CLASSES,
                "pokemon.Main",
                "experiment",
                "race",
                "--workers=2",
                "--repeats=1",
                "--ids=1000",
                "--quiet",
                "--out=" + results))) {
            Run run = process.finish().assertExit(1).assertNoStackTrace();
            run.assertSays("pokemon: not all results could be written to " + results + ": No space left on device");
            assertEquals(1, run.err().size(), run.err()::toString);
        }
        assertTrue(Files.readString(copy.resolve("results.json")).endsWith("}\n"));
        assertTrue(Files.size(copy.resolve("results.csv")) > 0);
        try (var left = Files.list(copy)) {
            assertTrue(left.noneMatch(file -> file.toString().endsWith(".tmp")));
        }
    }
}
