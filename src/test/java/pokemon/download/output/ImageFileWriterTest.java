package pokemon.download.output;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pokemon.directory.OutputFile;
import pokemon.download.outcome.DownloadException;
import pokemon.download.outcome.FailureKind;
import pokemon.download.outcome.Outcome;
import pokemon.faults.rows.Row;

final class ImageFileWriterTest {
    private static final byte[] CONTENT = {1, 2, 3};

    @TempDir
    private Path temporary;

    private OutputDirectory directory;
    private ImageFileWriter output;

    @BeforeEach
    void prepare() throws IOException {
        directory = new OutputDirectory(temporary.resolve("out"));
        directory.prepare();
        output = new ImageFileWriter(directory, false);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(temporary.resolve("out"))) {
            return files.toList();
        }
    }

    private void assertSevenIsWholeAndAlone() throws IOException {
        assertEquals(List.of(directory.file(7)), files());
        assertArrayEquals(CONTENT, Files.readAllBytes(directory.file(7)));
    }

    private long publish(int id) throws Exception {
        return publish(output, id, out -> out.write(CONTENT)).bytes();
    }

    private static Outcome.Saved publish(ImageFileWriter output, int id, OutputFile.Content content) throws Exception {
        return output.publish(id, content, Optional.empty(), file -> {});
    }

    @Test
    void publishesAWholeFileAndNothingElse() throws Exception {
        assertEquals(3, publish(7));
        assertSevenIsWholeAndAlone();
    }

    @Test
    void setsTheTimeOfTheServer() throws Exception {
        Instant time = Instant.parse("2020-02-29T12:00:00Z");
        output.publish(7, out -> out.write(CONTENT), Optional.of(time), file -> {});
        assertEquals(time, Files.getLastModifiedTime(directory.file(7)).toInstant());
    }

    @Test
    @Row(55)
    void keepsAnImageWhoseTimeCannotBeSet() throws Exception {
        Path out = temporary.resolve("out");
        for (String reason : List.of("Operation not permitted", "Function not implemented", "Not supported")) {
            ImageFileWriter refusing = new ImageFileWriter(directory, false, (file, time) -> {
                throw new FileSystemException(file.toString(), null, reason);
            });
            Outcome.Saved saved =
                    refusing.publish(7, body -> body.write(CONTENT), Optional.of(Instant.EPOCH), file -> {});
            assertEquals(Optional.of("file times cannot be set in " + out + ": " + reason), saved.warning());
            assertSevenIsWholeAndAlone();
        }
    }

    @Test
    @Row(56)
    void writesAnImageAnewWhoseTemporaryFileVanished() throws Exception {
        AtomicInteger times = new AtomicInteger();
        publish(output, 7, body -> {
            body.write(CONTENT);
            if (times.incrementAndGet() == 1) {
                Files.delete(files().get(0));
            }
        });
        assertEquals(2, times.get());
        assertSevenIsWholeAndAlone();
    }

    @Test
    @Row(56)
    void givesUpAnImageWhoseTemporaryFileKeepsVanishing() throws Exception {
        DownloadException failure =
                assertThrows(DownloadException.class, () -> publish(output, 7, body -> Files.delete(files().get(0))));
        assertEquals(FailureKind.UNWRITABLE, failure.failure().kind());
        assertEquals(List.of(), files());
    }

    @Test
    @Row(65)
    void leavesAFileAloneThatSomebodyElseCreatedUnderItsNextName() throws Exception {
        List<Path> seen = new ArrayList<>();
        publish(output, 7, body -> seen.addAll(files()));
        String last = seen.get(0).getFileName().toString();
        int number = last.lastIndexOf('-') + 1;
        long next = Long.parseLong(last.substring(number, last.length() - 4)) + 1;
        Path theirs = Files.createFile(seen.get(0).resolveSibling(last.substring(0, number) + next + ".tmp"));
        assertEquals(3, publish(8), "under another name");
        assertTrue(Files.exists(theirs));
    }

    @Test
    @Row(58)
    void tellsAShortageOfThisMachineFromADiskThatCannotBeWritten() {
        for (String words : List.of("Too many open files", "Too many open files in system", "Cannot allocate memory")) {
            DownloadException failure = assertThrows(
                    DownloadException.class,
                    () -> publish(output, 7, body -> {
                        throw new FileSystemException("any", null, words);
                    }));
            assertEquals(FailureKind.EXHAUSTED, failure.failure().kind(), words);
        }
    }

    @Test
    void keepsTheEarlierFileWhenWritingFails() throws Exception {
        publish(7);
        DownloadException failure = assertThrows(
                DownloadException.class,
                () -> publish(output, 7, out -> {
                    out.write(9);
                    throw new IOException("No space left on device");
                }));
        assertEquals(FailureKind.UNWRITABLE, failure.failure().kind());
        assertTrue(failure.getMessage().endsWith("No space left on device"), failure.getMessage());
        assertSevenIsWholeAndAlone();
    }

    @Test
    void replacesAPlantedLinkInsteadOfFollowingIt() throws Exception {
        Path victim = Files.writeString(temporary.resolve("victim"), "precious");
        Files.createSymbolicLink(directory.file(7), victim);
        publish(7);
        assertEquals("precious", Files.readString(victim));
        assertFalse(Files.isSymbolicLink(directory.file(7)));
    }

    @Test
    void leavesADirectoryInTheWayAlone() throws Exception {
        Files.createDirectory(directory.file(7));
        DownloadException failure = assertThrows(DownloadException.class, () -> publish(7));
        assertEquals(FailureKind.PERMANENT, failure.failure().kind());
        assertEquals(List.of(directory.file(7)), files());
        assertTrue(Files.isDirectory(directory.file(7)));
    }

    @Row(48)
    @Test
    void publishesNothingAfterItIsSealedAndLeavesNothingBehind() throws Exception {
        assertThrows(
                InterruptedException.class,
                () -> publish(output, 7, out -> {
                    out.write(1);
                    seal(output);
                }));
        assertThrows(InterruptedException.class, () -> publish(output, 8, out -> out.write(1)));
        assertEquals(List.of(), files());
    }

    private static void seal(ImageFileWriter output) {
        try {
            output.seal();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void finishesTheFileAtHandWhenInterrupted() throws Exception {
        Thread.currentThread().interrupt();
        publish(7);
        assertTrue(Thread.interrupted(), "and passes the interrupt on");
        assertArrayEquals(CONTENT, Files.readAllBytes(directory.file(7)));
    }

    @Test
    void refusesAFileInPlaceOfTheDirectory() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        String message = assertThrows(IOException.class, () -> new OutputDirectory(file).prepare())
                .getMessage();
        assertEquals(file + " is not a directory", message);
        assertThrows(IOException.class, () -> new OutputDirectory(file.resolve("below")).prepare());
    }
}
