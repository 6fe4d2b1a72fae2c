package pokemon.faults.rows.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import pokemon.faults.Misbehaviours;
import pokemon.faults.rows.Row;
import pokemon.faults.rows.RowTest;
import pokemon.faults.rows.ThreadsAndProcesses;
import pokemon.launch.Run;
import pokemon.launch.Tool;
import pokemon.launch.ToolProcess;
import pokemon.png.TestImages;
import pokemon.schedule.run.WorkerKind;

/** Disks that are full, and directories that cannot be used. */
final class DiskIT extends RowTest {
    @Row(20)
    @ThreadsAndProcesses
    void aFullDiskEndsTheRunAndHarmsNothing(WorkerKind kind) throws Exception {
        PrivateMount disk = PrivateMount.in(scratch);
        // Already there, and last in the queue.
        Path old = Files.write(disk.seed().resolve("040.png"), png(40));
        server.always(Misbehaviours.ok(TestImages.large(1)));
        Run run = launchOn(disk, "size=1m", tool(kind).ids(1, 40)).assertExit(3);
        assertEquals("all_fail_alike", run.stopCause());
        assertTrue(run.total("saved") >= 3, run.report()::toString);
        assertTrue(run.total("not_attempted") >= 20, run.report()::toString);
        run.assertSays("No space left on device");
        assertTrue(run.assertSays("pokemon: stopped early").contains("out_dir"));
        assertEquals(-1, Files.mismatch(old, disk.copy().resolve("040.png")));
    }

    @Row(20)
    @ThreadsAndProcesses
    void anOldImageThatCannotBeReplacedForLackOfRoomStays(WorkerKind kind) throws Exception {
        PrivateMount disk = PrivateMount.in(scratch);
        Path old = Files.write(disk.seed().resolve("001.png"), TestImages.large(1));
        server.always(Misbehaviours.ok(TestImages.large(2)));
        launchOn(disk, "size=" + (Files.size(old) * 3 / 2 / 1024) + "k", tool(kind))
                .assertExit(3)
                .assertFailed(1, 1, "No space left on device");
        assertEquals(-1, Files.mismatch(old, disk.copy().resolve("001.png")));
    }

    private static Run launchOn(PrivateMount disk, String options, Tool tool) throws Exception {
        try (ToolProcess process =
                disk.mountFor(tool.into(disk.mounted()), options).start()) {
            return process.finishWithImagesIn(disk.copy());
        }
    }

    @Row(21)
    @ThreadsAndProcesses
    void aMissingDirectoryForTemporaryFilesHasNoEffect(WorkerKind kind) throws Exception {
        launch(toolWithTemporaryFilesIn(scratch.resolve("missing"), kind))
                .assertExit(0)
                .assertSaved(1, 2, 3, 4, 5);
    }

    @Row(21)
    @ThreadsAndProcesses
    void aFullDirectoryForTemporaryFilesHasNoEffect(WorkerKind kind) throws Exception {
        PrivateMount full = PrivateMount.in(scratch);
        Files.write(full.seed().resolve("everything"), new byte[64 << 10]);
        launch(full.mountFor(toolWithTemporaryFilesIn(full.mounted(), kind), "size=64k"))
                .assertExit(0)
                .assertSaved(1, 2, 3, 4, 5);
    }

    /** Returns a call for five images, one of them not a PNG, all of them to be encoded. */
    private Tool toolWithTemporaryFilesIn(Path directory, WorkerKind kind) {
        serve(1, 4);
        server.forId(5, Misbehaviours.ok(TestImages.jpeg(40, 30, 1)));
        return tool(kind)
                .ids(1, 5)
                .with("--reencode=always")
                .environment("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + directory);
    }

    @Row(22)
    @ThreadsAndProcesses
    void aMissingDirectoryIsCreatedWithItsParents(WorkerKind kind) throws IOException {
        serve(1, 2);
        Path nested = scratch.resolve("not/there/yet");
        tool(kind).ids(1, 2).into(nested).run().assertExit(0).assertSaved(1, 2);
        assertTrue(Files.exists(nested.resolve("002.png")));
    }

    private void assertUnusable(WorkerKind kind, Path directory, String reason) throws IOException {
        serve(1, 5);
        Run run = tool(kind).ids(1, 5).into(directory).run().assertExit(3);
        assertEquals(1, run.err().size(), run.err()::toString);
        run.assertSays(reason);
        assertEquals(0, server.connections());
    }

    @Row(22)
    @ThreadsAndProcesses
    void anUnusableDirectoryEndsTheRunBeforeAnyRequest(WorkerKind kind) throws IOException {
        Path file = Files.writeString(scratch.resolve("file"), "mine");
        assertUnusable(kind, file, "is not a directory");
        assertUnusable(kind, file.resolve("below"), "cannot write to");
        assertEquals("mine", Files.readString(file));
        // Not even root creates anything there.
        assertUnusable(kind, Path.of("/proc/pokemon-images"), "cannot write to /proc/pokemon-images");
    }

    @Row(22)
    @ThreadsAndProcesses
    void aReadOnlyDirectoryEndsTheRunBeforeAnyRequest(WorkerKind kind) throws Exception {
        serve(1, 5);
        PrivateMount disk = PrivateMount.in(scratch);
        Tool tool = disk.mountFor(tool(kind).ids(1, 5).into(disk.mounted()), "ro,size=64k");
        Run run = launch(tool).assertExit(3);
        run.assertSays("Read-only file system");
        assertEquals(0, server.connections());
        assertFalse(Files.exists(disk.mounted().resolve("001.png")));
    }
}
