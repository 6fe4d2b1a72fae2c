package pokemon.faults.rows.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pokemon.download.output.TemporaryNames;
import pokemon.faults.rows.Row;
import pokemon.faults.rows.RowTest;
import pokemon.faults.rows.ThreadsAndProcesses;
import pokemon.launch.ToolProcess;
import pokemon.schedule.run.WorkerKind;

/** Containers that share a volume and do not see each other's processes. */
final class SharedVolumeIT extends RowTest {
    private static final List<String> CONTAINER = List.of("unshare", "-pf", "--mount-proc");

    private static String runInContainer(List<String> command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(CONTAINER);
        line.addAll(command);
        return ToolProcess.assumeRuns("root and PID namespaces", line.toArray(String[]::new));
    }

    private Path plant(String name) throws IOException {
        return Files.writeString(
                Files.createDirectories(scratch.resolve("images")).resolve(name), name);
    }

    @Row(56)
    @ThreadsAndProcesses
    void aRunInAContainerLeavesTheFilesOfTheHostAlone(WorkerKind kind) throws Exception {
        runInContainer(List.of("true"));
        serve(1, 3);
        String ours = TemporaryNames.of(ProcessHandle.current());
        plant(ours);
        launch(tool(kind).ids(1, 3).beside(ours).behind(CONTAINER.toArray(String[]::new)))
                .assertExit(0)
                .assertSaved(1, 2, 3);
        assertEquals(ours, Files.readString(scratch.resolve("images").resolve(ours)));
    }

    @Row(56)
    @ThreadsAndProcesses
    void aRunOnTheHostLeavesTheFilesOfAContainerAloneUntilTheyAreHoursOld(WorkerKind kind) throws Exception {
        String theirs = runInContainer(ToolProcess.java(TemporaryNames.class));
        serve(1, 3);
        Path file = plant(theirs);
        tool(kind).ids(1, 3).beside(theirs).run().assertExit(0).assertSaved(1, 2, 3);
        assertEquals(theirs, Files.readString(file));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(7))));
        tool(kind).ids(1, 3).run().assertExit(0).assertSaved(1, 2, 3);
    }
}
