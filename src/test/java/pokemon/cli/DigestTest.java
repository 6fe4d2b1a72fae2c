package pokemon.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pokemon.cli.process.ExitCode;
import pokemon.faults.FaultServer;
import pokemon.faults.Misbehaviours;
import pokemon.launch.Invocation;
import pokemon.png.TestImages;

/** The digests of saved files in reports. */
final class DigestTest {
    @TempDir
    private Path temporary;

    @ParameterizedTest
    @CsvSource({"T, auto", "T, always", "P, auto"})
    void areThoseOfTheFilesAsTheyWereWritten(String kind, String reencode) throws Exception {
        Path images = temporary.resolve("images");
        try (FaultServer server = FaultServer.start()) {
            server.forId(1, Misbehaviours.ok(TestImages.png(new TestImages.Form(9, 7, 8, 6, false, false), 1)));
            server.forId(2, Misbehaviours.ok(TestImages.jpeg(9, 7, 2)));
            String words = "1 3 " + kind + " 2 --json=- --reencode=" + reencode;
            Invocation run = Invocation.line(words, images, "--source", server.template())
                    .assertExit(ExitCode.INCOMPLETE);
            JsonNode ids = run.json().get("ids");
            assertEquals(sha256(images.resolve("001.png")), ids.at("/0/sha256").asText());
            assertEquals(sha256(images.resolve("002.png")), ids.at("/1/sha256").asText());
            assertTrue(ids.at("/2/sha256").isNull());
        }
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
