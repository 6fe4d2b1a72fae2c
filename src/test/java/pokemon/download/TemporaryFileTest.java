package pokemon.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TemporaryFileTest {
    @TempDir
    private Path directory;

    private static long deadProcess() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid();
    }

    private static TemporaryFile own() {
        return TemporaryFile.parse(TemporaryFile.name(1)).orElseThrow();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void knowsItsOwnProcess() {
        assertEquals(ProcessHandle.current().pid(), own().pid());
        assertFalse(own().isOrphan());
    }

    @Test
    void isAnOrphanWhenItsProcessIsGone() throws Exception {
        assertTrue(new TemporaryFile(deadProcess(), own().startMillis()).isOrphan());
    }

    @Test
    void isAnOrphanWhenItsProcessIdWentToALaterProcess() {
        assertTrue(new TemporaryFile(own().pid(), own().startMillis() - 60_000).isOrphan());
    }

    @Test
    void readsOnlyItsOwnKindOfName() {
        assertTrue(TemporaryFile.parse(".pokemon-1-2-3.tmp").isPresent());
        for (String name : List.of("001.png", ".pokemon.tmp", ".pokemon-1-2.tmp", ".pokemon-1-2-3.tmp.png", "x")) {
            assertEquals(Optional.empty(), TemporaryFile.parse(name), name);
        }
    }

    @Test
    void removesOrphansAndNothingElse() throws Exception {
        long dead = deadProcess();
        String orphan = ".pokemon-" + dead + "-1-1.tmp";
        String mine = TemporaryFile.name(1);
        String others = ".pokemon-notes.tmp";
        for (String name : List.of(orphan, mine, others, "001.png")) {
            Files.createFile(directory.resolve(name));
        }
        Path link = Files.createSymbolicLink(directory.resolve(".pokemon-" + dead + "-1-2.tmp"), Path.of("001.png"));
        TemporaryFile.removeOrphans(directory);
        assertEquals(
                Stream.of(mine, others, "001.png", link.getFileName().toString())
                        .sorted()
                        .toList(),
                names());
    }

    @Test
    void removesTheFilesOfAProcessThatIsKnownToBeDead() throws Exception {
        Files.createFile(directory.resolve(".pokemon-17-1-1.tmp"));
        Files.createFile(directory.resolve(".pokemon-18-1-1.tmp"));
        TemporaryFile.removeOf(directory, 17);
        assertEquals(List.of(".pokemon-18-1-1.tmp"), names());
    }
}
