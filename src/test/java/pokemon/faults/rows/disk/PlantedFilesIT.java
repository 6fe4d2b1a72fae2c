package pokemon.faults.rows.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import pokemon.download.output.TemporaryNames;
import pokemon.faults.Misbehaviours;
import pokemon.faults.rows.Row;
import pokemon.faults.rows.RowTest;
import pokemon.faults.rows.ThreadsAndProcesses;
import pokemon.launch.Listing;
import pokemon.launch.Run;
import pokemon.launch.Tool;
import pokemon.launch.ToolProcess;
import pokemon.png.TestImages;
import pokemon.schedule.run.IdRange;
import pokemon.schedule.run.WorkerKind;

/** Output directories with files of others. */
final class PlantedFilesIT extends RowTest {
    /** A process id above the largest of Linux. */
    private static final long NO_PROCESS = 4_194_999;

    private Path images() throws IOException {
        return Files.createDirectories(scratch.resolve("images"));
    }

    @Row(23)
    @ThreadsAndProcesses
    void aPlantedLinkIsReplacedAndNeverFollowed(WorkerKind kind) throws IOException {
        serve(1, 3);
        Path victim = Files.writeString(scratch.resolve("victim"), "precious");
        Files.createSymbolicLink(images().resolve("001.png"), victim);
        Files.createSymbolicLink(images().resolve("002.png"), scratch.resolve("nowhere"));
        tool(kind).ids(1, 3).run().assertExit(0).assertSaved(1, 2, 3);
        assertEquals("precious", Files.readString(victim));
        assertFalse(Files.exists(scratch.resolve("nowhere")));
        assertTrue(Files.isRegularFile(images().resolve("001.png"), LinkOption.NOFOLLOW_LINKS));
    }

    @Row(24)
    @ThreadsAndProcesses
    void aDirectoryOfTheSameNameStaysAndItsIdFails(WorkerKind kind) throws IOException {
        serve(4, 9);
        Files.createDirectory(images().resolve("005.png"));
        Files.createDirectory(images().resolve("006.png"));
        Files.writeString(images().resolve("006.png/inside"), "mine");
        Run run = tool(kind).ids(4, 9).beside("005.png", "006.png").run().assertExit(1);
        run.assertSaved(4, 7, 8, 9).assertFailed(5, 1, "cannot replace").assertFailed(6, 1, "Is a directory");
        assertTrue(Files.isDirectory(images().resolve("005.png")));
        assertEquals("mine", Files.readString(images().resolve("006.png/inside")));
    }

    @Row(24)
    @ThreadsAndProcesses
    void anotherUsersFileInAStickyDirectoryStaysAndItsIdFails(WorkerKind kind) throws Exception {
        Path lib = Path.of(System.getProperty("pokemon.launcher", "no launcher"))
                .resolveSibling("../lib/pokemon.jar")
                .normalize();
        boolean root =
                ProcessHandle.current().info().user().filter("root"::equals).isPresent();
        if (!root || !Files.exists(lib)) {
            Assumptions.abort("skipped: needs root, to become another user, and the packaged program");
        }
        serve(1, 3);
        Path shared = Files.createTempDirectory(Path.of("/tmp"), "pokemon-shared");
        Path jar = Files.copy(lib, shared.resolve("pokemon.jar"));
        Path sticky = Files.createDirectory(shared.resolve("images"));
        try {
            Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-r--r--"));
            Files.setAttribute(sticky, "unix:mode", 01777);
            Files.write(sticky.resolve("002.png"), png(77));
            Run run = asNobody(tool(kind).ids(1, 3).into(sticky), jar);
            run.assertExit(1);
            assertTrue(run.assertSays("002 failed: cannot replace").contains("Operation not permitted"));
            assertEquals("2 saved, 0 skipped, 1 failed of 3", run.out().get(0).replaceFirst(" \\(.*", ""));
            assertEquals(-1, Files.mismatch(sticky.resolve("002.png"), Files.write(scratch.resolve("same"), png(77))));
        } finally {
            try (Stream<Path> all = Files.walk(shared)) {
                for (Path each : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    /** Starts the packaged program as a user without rights, and without a report. */
    private static Run asNobody(Tool tool, Path jar) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "setpriv",
                "--reuid=65534",
                "--regid=65534",
                "--clear-groups",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                jar.toString(),
                "pokemon.Main"));
        tool.arguments().stream()
                .filter(argument -> !argument.startsWith("--json="))
                .forEach(command::add);
        try (ToolProcess process = tool.start(command)) {
            return process.finish();
        }
    }

    @Row(25)
    @ThreadsAndProcesses
    void twoRunsIntoOneDirectoryBothFinish(WorkerKind kind) throws Exception {
        server.always(Misbehaviours.ok(TestImages.large(1)));
        List<Callable<Run>> both = new ArrayList<>();
        for (String name : List.of("one", "two")) {
            Tool tool = new Tool(kind, Files.createDirectory(scratch.resolve(name)));
            both.add(tool.ids(1, 12).from(server).into(images())::runUnchecked);
        }
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (Future<Run> ended : pool.invokeAll(both)) {
                Run run = ended.get().assertExit(0).check(new IdRange(1, 12), Set.of());
                assertEquals(12, run.total("saved"));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Row(26)
    @ThreadsAndProcesses
    void onlyTheToolsOwnOrphansAreRemoved(WorkerKind kind) throws IOException {
        serve(1, 2);
        ProcessHandle self = ProcessHandle.current();
        long start = self.info().startInstant().orElseThrow().toEpochMilli();
        Set<String> orphans = Set.of(
                TemporaryNames.of(NO_PROCESS, 1_700_000_000_000L),
                // Another process has the process id since.
                TemporaryNames.of(self.pid(), start - 3_600_000));
        Set<String> others = Set.of(
                TemporaryNames.of(self),
                ".pokemon-notes.tmp",
                TemporaryNames.of(NO_PROCESS, 1_700_000_000_000L) + ".bak",
                "pokemon.tmp",
                "notes.txt");
        for (String name : Stream.concat(orphans.stream(), others.stream()).toList()) {
            Files.writeString(images().resolve(name), name);
        }
        Run run = tool(kind).ids(1, 2).beside(others.toArray(String[]::new)).run();
        run.assertExit(0).assertSaved(1, 2);
        List<String> left = Listing.names(images());
        assertTrue(left.containsAll(others), left::toString);
        assertEquals(others.size() + 2, left.size(), left::toString);
    }
}
