package pokemon.download.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import pokemon.faults.rows.Row;
import pokemon.launch.Listing;

final class TemporaryFileNameTest {
    private static final Instant NOW = Instant.parse("2024-02-29T12:00:00Z");
    private static final String FOREIGN = "0".repeat(8);

    @TempDir
    private Path directory;

    private static long deadProcess() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid();
    }

    private static boolean isOrphan(TemporaryFileName file) {
        return file.isOrphan(NOW, NOW);
    }

    private static TemporaryFileName own() {
        return TemporaryFileName.parse(TemporaryFileName.nextName()).orElseThrow();
    }

    private static TemporaryFileName written(long pid, long startTicks) {
        return new TemporaryFileName(TemporaryFileName.OWN_ORIGIN, pid, startTicks);
    }

    @Test
    void isAnOrphanWhenItsProcessIsGone() throws Exception {
        TemporaryFileName own = own();

        assertEquals(ProcessHandle.current().pid(), own.pid());
        assertFalse(isOrphan(own));
        assertTrue(isOrphan(written(deadProcess(), own.startTicks())));
        assertTrue(isOrphan(written(own.pid(), own.startTicks() + 1)), "its id went to a later process");
        assertFalse(isOrphan(written(own.pid(), 0)), "a process of unknown start may be the owner");
    }

    /** Clocks can be set while a process runs, and nothing in a name depends on them. */
    @Row(65)
    @Test
    @EnabledOnOs(OS.LINUX)
    void namesTheStartOfItsProcessAsTheSystemDoesSinceItsOwn() throws Exception {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        assertEquals(stat.substring(stat.indexOf(") ") + 2).split(" ", -1)[19], String.valueOf(own().startTicks()));
    }

    @Test
    void isAnOrphanOnlyByAgeWhereProcessIdsMeanNothing() throws Exception {
        for (String origin : List.of(FOREIGN, "")) {
            TemporaryFileName file = new TemporaryFileName(origin, deadProcess(), 1);
            assertFalse(file.isOrphan(NOW, NOW), "being written");
            assertFalse(file.isOrphan(NOW.minus(Duration.ofHours(5)), NOW), "a long one");
            assertFalse(file.isOrphan(NOW.plus(Duration.ofHours(7)), NOW), "by a clock that is ahead");
            assertTrue(file.isOrphan(NOW.minus(Duration.ofHours(7)), NOW), "hours old");
        }
    }

    @Test
    void readsOnlyItsOwnKindOfName() {
        assertTrue(TemporaryFileName.parse(".pokemon-1-2-3.tmp").isPresent(), "an earlier version");
        assertEquals(own(), TemporaryFileName.parse(own().withNumber(5)).orElseThrow());
        for (String name : List.of("001.png", ".pokemon.tmp", ".pokemon-1-2.tmp", ".pokemon-1-2-3.tmp.png", "x")) {
            assertEquals(Optional.empty(), TemporaryFileName.parse(name), name);
        }
    }

    @Test
    void removesOrphansAndNothingElse() throws Exception {
        long dead = deadProcess();
        String orphan = TemporaryNames.of(dead, 1);
        String mine = TemporaryFileName.nextName();
        String others = ".pokemon-notes.tmp";
        for (String name : List.of(orphan, mine, others, "001.png")) {
            Files.createFile(directory.resolve(name));
        }
        Path link = Files.createSymbolicLink(directory.resolve(written(dead, 1).withNumber(2)), Path.of("001.png"));
        new OutputDirectory(directory).removeOrphans();
        assertEquals(
                Stream.of(mine, others, "001.png", link.getFileName().toString())
                        .sorted()
                        .toList(),
                Listing.names(directory));
    }

    @Test
    void removesTheFilesOfAProcessThatIsKnownToBeDead() throws Exception {
        String foreign = new TemporaryFileName(FOREIGN, 17, 1).withNumber(1);
        for (String name : List.of(TemporaryNames.of(17, 1), TemporaryNames.of(18, 1), foreign)) {
            Files.createFile(directory.resolve(name));
        }
        new OutputDirectory(directory).removeTemporariesOf(17);
        assertEquals(Stream.of(TemporaryNames.of(18, 1), foreign).sorted().toList(), Listing.names(directory));
    }
}
