package pokemon.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pokemon.faults.rows.Row;
import pokemon.launch.Listing;
import pokemon.launch.ToolProcess;

final class OutputFileTest {
    @TempDir
    private Path directory;

    private Path report;

    @BeforeEach
    void name() {
        report = directory.resolve("report.json");
    }

    private static void write(Path file, String text) throws IOException {
        OutputFile output = new OutputFile(file);
        output.check();
        output.write(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void isTheSameFileBehindLinksAndDotsAndBeforeItIsThere() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("report.json"));
        Path dots = directory.resolve("../" + directory.getFileName() + "/./report.json");
        assertTrue(OutputFile.isSameFile(report, dots));
        assertTrue(OutputFile.isSameFile(report, link));
        Files.createFile(report);
        assertTrue(OutputFile.isSameFile(link, dots));
        assertFalse(OutputFile.isSameFile(report, directory.resolve("other.json")));
        Path nowhere = Path.of("/dev/null");
        assertFalse(OutputFile.isSameFile(nowhere, nowhere));
    }

    @Row(40)
    @Test
    void anOldFileStaysUntilTheNewOneIsWhole() throws IOException {
        Files.writeString(report, "old");
        FileSystemException e = assertThrows(FileSystemException.class, () -> new OutputFile(report).write(out -> {
            out.write(new byte[10_000]);
            assertEquals("old", Files.readString(report));
            throw new IOException("No space left on device");
        }));
        assertEquals("No space left on device", IoErrors.reason(e));
        assertEquals("old", Files.readString(report));
        assertEquals(List.of("report.json"), Listing.names(directory));
        write(report, "new");
        assertEquals("new", Files.readString(report));
        assertEquals(List.of("report.json"), Listing.names(directory));
    }

    @Row(40)
    @Test
    void aLinkStaysAndWhatItLeadsToIsReplaced() throws IOException {
        Path store = Files.createDirectory(directory.resolve("store"));
        Path target = Files.writeString(store.resolve("target.json"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("store/target.json"));
        Path outer = Files.createSymbolicLink(report, link);
        write(outer, "new");
        assertTrue(Files.isSymbolicLink(outer) && Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(target));
        Files.delete(target);
        write(outer, "again");
        assertTrue(Files.isSymbolicLink(outer));
        assertEquals("again", Files.readString(target));
    }

    @Test
    void linksThatLeadInACircleAreAnError() throws IOException {
        Files.createSymbolicLink(report, Path.of("other"));
        Files.createSymbolicLink(directory.resolve("other"), Path.of("report.json"));
        assertThrows(IOException.class, () -> write(report, "new"));
    }

    @Row(40)
    @Test
    void permissionsOfAnExistingFileStay() throws IOException {
        Files.writeString(report, "old");
        Files.setPosixFilePermissions(report, PosixFilePermissions.fromString("rw-rw-rw-"));
        write(report, "new");
        assertEquals("rw-rw-rw-", PosixFilePermissions.toString(Files.getPosixFilePermissions(report)));
    }

    @Row(40)
    @Test
    void aCheckLeavesNothingBehindAndHarmsNothing() throws IOException {
        new OutputFile(report).check();
        assertEquals(List.of(), Listing.names(directory));
        Files.writeString(report, "old");
        new OutputFile(report).check();
        assertEquals("old", Files.readString(report));
        assertThrows(NoSuchFileException.class, () -> new OutputFile(directory.resolve("none/r.json")).check());
        assertThrows(FileSystemException.class, () -> new OutputFile(directory).check());
    }

    @Row(40)
    @Test
    void aPipeIsWrittenOnceFromFirstToLast() throws Exception {
        ToolProcess.run(directory, Map.of(), List.of("mkfifo", report.toString()))
                .assertExit(0);
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readString(report);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        write(report, "x".repeat(100_000) + "end");
        assertEquals("x".repeat(100_000) + "end", read.join());
        assertFalse(Files.isRegularFile(report));
        assertEquals(List.of("report.json"), Listing.names(directory));
    }

    @Row(40)
    @ParameterizedTest
    @CsvSource({"/dev/stdout, 1", "/dev/fd/1, 1", "/proc/self/fd/1, 1", "/dev/stderr, 2", "/dev/./fd/2, 2"})
    void knowsTheNamesOfStandardStreams(Path name, int descriptor) throws IOException {
        assertEquals(OptionalInt.of(descriptor), new OutputFile(name).descriptor());
        Path link = Files.createSymbolicLink(report, name);
        assertEquals(OptionalInt.of(descriptor), new OutputFile(link).descriptor());
    }

    @ParameterizedTest
    @CsvSource({"1", "./fd/1", "/dev/null", "/"})
    void otherNamesAreNoDescriptors(Path name) {
        assertEquals(OptionalInt.empty(), new OutputFile(name).descriptor());
    }
}
