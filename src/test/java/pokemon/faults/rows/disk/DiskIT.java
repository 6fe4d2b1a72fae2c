package pokemon.faults.rows.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pokemon.faults.Misbehaviours;
import pokemon.faults.rows.Row;
import pokemon.faults.rows.RowTest;
import pokemon.launch.Run;
import pokemon.launch.Tool;
import pokemon.launch.ToolProcess;
import pokemon.png.TestImages;
import pokemon.schedule.run.WorkerKind;

/** Disks that are full, and directories that cannot be used. */
final class DiskIT extends RowTest {
    @Row(20)
    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void aFullDiskEndsTheRunAndHarmsNothing(WorkerKind kind) throws Exception {
        PrivateMount.assumePossible();
        Path seed = Files.createDirectories(scratch.resolve("seed"));
        // Already there, and last in the queue.
        Path old = Files.write(seed.resolve("040.png"), png(40));
        Path mounted = scratch.resolve("images");
        Path copy = scratch.resolve("copy");
        server.always(Misbehaviours.ok(TestImages.large(1)));
        Tool tool = tool(kind).ids(1, 40).into(mounted);
        PrivateMount.mount(tool, mounted, "size=1m", seed, copy);
        try (ToolProcess process = tool.start()) {
            Run run = process.finishWithImagesIn(copy).assertExit(3);
            assertEquals("all_fail_alike", run.stopCause());
            assertTrue(run.total("saved") >= 3, run.report()::toString);
            assertTrue(run.total("not_attempted") >= 20, run.report()::toString);
            run.assertSays("No space left on device");
            assertTrue(run.assertSays("pokemon: stopped early").contains("out_dir"));
            assertArrayEquals(Files.readAllBytes(old), Files.readAllBytes(copy.resolve("040.png")));
        }
    }

    @Row(20)
    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void anOldImageThatCannotBeReplacedForLackOfRoomStays(WorkerKind kind) throws Exception {
        PrivateMount.assumePossible();
        Path seed = Files.createDirectories(scratch.resolve("seed"));
        Path mounted = scratch.resolve("images");
        Path copy = scratch.resolve("copy");
        byte[] old = TestImages.large(1);
        Files.write(seed.resolve("001.png"), old);
        server.always(Misbehaviours.ok(TestImages.large(2)));
        Tool tool = tool(kind).into(mounted);
        PrivateMount.mount(tool, mounted, "size=" + (old.length * 3 / 2 / 1024) + "k", seed, copy);
        try (ToolProcess process = tool.start()) {
            process.finishWithImagesIn(copy).assertExit(3).assertFailed(1, 1, "No space left on device");
            assertArrayEquals(old, Files.readAllBytes(copy.resolve("001.png")));
        }
    }

    @Row(21)
    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void aMissingDirectoryForTemporaryFilesHasNoEffect(WorkerKind kind) throws Exception {
        serve(1, 4);
        server.forId(5, Misbehaviours.ok(TestImages.jpeg(40, 30, 1)));
        try (ToolProcess tool = tool(kind)
                .ids(1, 5)
                .with("--reencode=always")
                .environment("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + scratch.resolve("missing"))
                .start()) {
            assertEquals(5, tool.finish().assertExit(0).total("saved"));
        }
    }

    @Row(21)
    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void aFullDirectoryForTemporaryFilesHasNoEffect(WorkerKind kind) throws Exception {
        PrivateMount.assumePossible();
        serve(1, 4);
        server.forId(5, Misbehaviours.ok(TestImages.jpeg(40, 30, 1)));
        Path seed = Files.createDirectories(scratch.resolve("seed"));
        Files.write(seed.resolve("everything"), new byte[64 << 10]);
        Path full = scratch.resolve("full");
        Tool tool = tool(kind)
                .ids(1, 5)
                .with("--reencode=always")
                .environment("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + full);
        PrivateMount.mount(tool, full, "size=64k", seed, scratch.resolve("copy"));
        try (ToolProcess process = tool.start()) {
            assertEquals(5, process.finish().assertExit(0).total("saved"));
        }
    }

    @Row(22)
    @ParameterizedTest
    @EnumSource(WorkerKind.class)
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
    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void aFileInPlaceOfTheDirectoryEndsTheRunBeforeAnyRequest(WorkerKind kind) throws IOException {
        Path file = Files.writeString(scratch.resolve("file"), "mine");
        assertUnusable(kind, file, "is not a directory");
        assertUnusable(kind, file.resolve("below"), "cannot write to");
        assertEquals("mine", Files.readString(file));
    }

    @Row(22)
    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void aDirectoryThatCannotBeCreatedEndsTheRunBeforeAnyRequest(WorkerKind kind) throws IOException {
        // Not even root creates anything there.
        assertUnusable(kind, Path.of("/proc/pokemon-images"), "cannot write to /proc/pokemon-images");
    }

    @Row(22)
    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void aReadOnlyDirectoryEndsTheRunBeforeAnyRequest(WorkerKind kind) throws Exception {
        PrivateMount.assumePossible();
        serve(1, 5);
        Path mounted = scratch.resolve("images");
        Tool tool = tool(kind).ids(1, 5).into(mounted);
        PrivateMount.mount(tool, mounted, "ro,size=64k", scratch.resolve("seed"), scratch.resolve("copy"));
        try (ToolProcess process = tool.start()) {
            Run run = process.finish().assertExit(3);
            run.assertSays("Read-only file system");
            assertEquals(0, server.connections());
            assertFalse(Files.exists(mounted.resolve("001.png")));
        }
    }
}
