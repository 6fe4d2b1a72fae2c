package pokemon.faults.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pokemon.faults.rows.disk.PrivateMount;
import pokemon.launch.Listing;
import pokemon.launch.Run;
import pokemon.launch.Tool;
import pokemon.launch.ToolProcess;
import pokemon.schedule.run.WorkerKind;

/** Experiments in which something goes wrong. */
final class ExperimentsIT extends RowTest {
    private static List<String> experiment(String name, Path out, String... options) {
        List<String> command = new ArrayList<>(PROGRAM);
        command.addAll(List.of("experiment", name, "--quiet", "--out=" + out));
        command.addAll(List.of(options));
        return command;
    }

    @Row(42)
    @Test
    void aChildThatPrintsMoreThanAPipeHoldsIsMeasured() throws Exception {
        Path out = scratch.resolve("out");
        Tool tool = tool(WorkerKind.PROCESSES).environment("JAVA_TOOL_OPTIONS", "-Xlog:class+load=debug");
        String[] options = {"--workloads=cpu", "--strategies=processes", "--workers=2", "--runs=1", "--cpu-items=1"};
        try (ToolProcess process = tool.start(experiment("compare", out, options))) {
            process.finish().assertExit(0);
        }
        assertTrue(Files.readString(out.resolve("results.json")).contains("cpu by 2 processes"));
    }

    @Row(42)
    @Test
    void aDiskThatIsFullAtTheEndCostsPicturesOnly() throws Exception {
        PrivateMount disk = PrivateMount.in(scratch);
        Path results = disk.mounted();
        Tool tool = disk.mountFor(tool(WorkerKind.THREADS), "size=64k");
        try (ToolProcess process =
                tool.startBehind(experiment("race", results, "--workers=2", "--repeats=1", "--ids=1000"))) {
            Run run = process.finish().assertExit(1).assertNoStackTrace();
            run.assertSays("pokemon: not all results could be written to " + results + ": No space left on device");
            assertEquals(1, run.err().size(), run.err()::toString);
        }
        Path copy = disk.copy();
        assertTrue(Files.readString(copy.resolve("results.json")).endsWith("}\n"));
        assertTrue(Files.size(copy.resolve("results.csv")) > 0);
        assertTrue(Listing.names(copy).stream().noneMatch(name -> name.endsWith(".tmp")));
    }
}
