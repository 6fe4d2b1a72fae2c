package pokemon.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pokemon.faults.rows.Row;

final class InputFileTest {
    private static final int MAX = 1 << 20;

    @TempDir
    private Path directory;

    @Test
    void readsUpToTheMost() throws IOException {
        Path file = Files.write(directory.resolve("file"), new byte[MAX]);
        assertEquals(MAX, InputFile.bytes(file, MAX).length);
        assertEquals("é", InputFile.text(Files.writeString(file, "é"), MAX));
    }

    @Row(45)
    @Test
    void refusesMoreInAFileAndInADeviceThatNeverEnds() throws IOException {
        Path file = Files.write(directory.resolve("file"), new byte[MAX + 1]);
        for (Path large : new Path[] {file, Path.of("/dev/zero")}) {
            IOException e = assertThrows(IOException.class, () -> InputFile.bytes(large, MAX));
            assertEquals("it is larger than 1 MiB, the most that is read", IoErrors.reason(e));
        }
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        Path file = Files.write(directory.resolve("file"), new byte[] {(byte) 0xff});
        assertThrows(CharacterCodingException.class, () -> InputFile.text(file, MAX));
    }
}
