package pokemon.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
