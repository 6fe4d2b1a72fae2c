package pokemon.download.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pokemon.faults.TestCertificate;

final class CaCertificatesTest {
    @TempDir
    private Path directory;

    @Test
    void readsEveryCertificateOfAFile() throws Exception {
        Path both = directory.resolve("both.pem");
        Path one = Files.createDirectory(directory.resolve("one"));
        Path two = Files.createDirectory(directory.resolve("two"));
        Files.write(both, Files.readAllBytes(TestCertificate.valid(one).pem()));
        Files.write(both, Files.readAllBytes(TestCertificate.valid(two).pem()), StandardOpenOption.APPEND);
        assertEquals(2, CaCertificates.read(both).size());
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        Path empty = Files.createFile(directory.resolve("empty.pem"));
        Path text = Files.writeString(directory.resolve("text.pem"), "no certificate at all");
        assertTrue(message(empty).contains("no PEM certificate in " + empty), message(empty));
        assertTrue(message(text).contains("no valid PEM certificate in " + text), message(text));
        assertEquals("cannot read " + directory + ": Is a directory", message(directory));
        assertThrows(NoSuchFileException.class, () -> CaCertificates.read(directory.resolve("missing")));
    }

    private static String message(Path file) {
        return assertThrows(IOException.class, () -> CaCertificates.read(file)).getMessage();
    }
}
