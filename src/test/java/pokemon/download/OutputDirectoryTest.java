package pokemon.download;

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
import pokemon.faults.rows.Row;

final class OutputDirectoryTest {
    private static final byte[] CONTENT = {1, 2, 3};

    @TempDir
    private Path temporary;

    private OutputDirectory output;

    @BeforeEach
    void prepare() throws IOException {
        output = new OutputDirectory(temporary.resolve("out"));
        output.prepare();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(temporary.resolve("out"))) {
            return files.toList();
        }
    }

    private long publish(int id) throws Exception {
        return output.publish(id, out -> out.write(CONTENT), Optional.empty(), false)
                .bytes();
    }

    @Test
    void publishesAWholeFileAndNothingElse() throws Exception {
        assertEquals(3, publish(7));
        assertEquals(List.of(output.file(7)), files());
        assertArrayEquals(CONTENT, Files.readAllBytes(output.file(7)));
    }

    @Test
    void setsTheTimeOfTheServer() throws Exception {
        Instant time = Instant.parse("2020-02-29T12:00:00Z");
        output.publish(7, out -> out.write(CONTENT), Optional.of(time), false);
        assertEquals(time, Files.getLastModifiedTime(output.file(7)).toInstant());
    }

    @Test
    @Row(55)
    void keepsAnImageWhoseTimeCannotBeSet() throws Exception {
        Path out = temporary.resolve("out");
        for (String reason : List.of("Operation not permitted", "Function not implemented", "Not supported")) {
            OutputDirectory refusing = new OutputDirectory(out, (file, time) -> {
                throw new FileSystemException(file.toString(), null, reason);
            });
            Outcome.Saved saved = refusing.publish(7, body -> body.write(CONTENT), Optional.of(Instant.EPOCH), false);
            assertEquals(Optional.of("file times cannot be set in " + out + ": " + reason), saved.warning());
            assertEquals(List.of(output.file(7)), files());
            assertArrayEquals(CONTENT, Files.readAllBytes(output.file(7)));
        }
    }

    @Test
    @Row(56)
    void writesAnImageAnewWhoseTemporaryFileVanished() throws Exception {
        AtomicInteger times = new AtomicInteger();
        output.publish(
                7,
                body -> {
                    body.write(CONTENT);
                    if (times.incrementAndGet() == 1) {
                        Files.delete(files().get(0));
                    }
                },
                Optional.empty(),
                false);
        assertEquals(2, times.get());
        assertEquals(List.of(output.file(7)), files());
        assertArrayEquals(CONTENT, Files.readAllBytes(output.file(7)));
    }

    @Test
    @Row(56)
    void givesUpAnImageWhoseTemporaryFileKeepsVanishing() throws Exception {
        DownloadException failure = assertThrows(
                DownloadException.class,
                () -> output.publish(7, body -> Files.delete(files().get(0)), Optional.empty(), false));
        assertEquals(FailureKind.UNWRITABLE, failure.failure().kind());
        assertEquals(List.of(), files());
    }

    @Test
    @Row(65)
    void leavesAFileAloneThatSomebodyElseCreatedUnderItsNextName() throws Exception {
        List<Path> seen = new ArrayList<>();
        output.publish(7, body -> seen.addAll(files()), Optional.empty(), false);
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
                    () -> output.publish(
                            7,
                            body -> {
                                throw new FileSystemException("any", null, words);
                            },
                            Optional.empty(),
                            false));
            assertEquals(FailureKind.EXHAUSTED, failure.failure().kind(), words);
        }
    }

    @Test
    void keepsTheEarlierFileWhenWritingFails() throws Exception {
        publish(7);
        DownloadException failure = assertThrows(
                DownloadException.class,
                () -> output.publish(
                        7,
                        out -> {
                            out.write(9);
                            throw new IOException("No space left on device");
                        },
                        Optional.empty(),
                        false));
        assertEquals(FailureKind.UNWRITABLE, failure.failure().kind());
        assertTrue(failure.getMessage().endsWith("No space left on device"), failure.getMessage());
        assertEquals(List.of(output.file(7)), files());
        assertArrayEquals(CONTENT, Files.readAllBytes(output.file(7)));
    }

    @Test
    void replacesAPlantedLinkInsteadOfFollowingIt() throws Exception {
        Path victim = Files.writeString(temporary.resolve("victim"), "precious");
        Files.createSymbolicLink(output.file(7), victim);
        publish(7);
        assertEquals("precious", Files.readString(victim));
        assertFalse(Files.isSymbolicLink(output.file(7)));
    }

    @Test
    void leavesADirectoryInTheWayAlone() throws Exception {
        Files.createDirectory(output.file(7));
        DownloadException failure = assertThrows(DownloadException.class, () -> publish(7));
        assertEquals(FailureKind.PERMANENT, failure.failure().kind());
        assertEquals(List.of(output.file(7)), files());
        assertTrue(Files.isDirectory(output.file(7)));
    }

    @Row(48)
    @Test
    void publishesNothingAfterItIsSealedAndLeavesNothingBehind() throws Exception {
        Path directory = Files.createDirectory(temporary.resolve("sealed"));
        OutputDirectory output = new OutputDirectory(directory);
        assertThrows(
                InterruptedException.class,
                () -> output.publish(
                        7,
                        out -> {
                            out.write(1);
                            seal(output);
                        },
                        Optional.empty(),
                        false));
        assertThrows(InterruptedException.class, () -> output.publish(8, out -> out.write(1), Optional.empty(), false));
        try (Stream<Path> left = Files.list(directory)) {
            assertEquals(0, left.count());
        }
    }

    private static void seal(OutputDirectory output) {
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
        assertArrayEquals(CONTENT, Files.readAllBytes(output.file(7)));
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
