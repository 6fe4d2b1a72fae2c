package pokemon.mirror;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.faults.rows.Row;
import pokemon.mirror.contract.Fault;
import pokemon.png.TestImages;

final class MirrorDirectoryTest {
    @TempDir
    private Path temporary;

    private Path root;

    @AutoClose
    private MirrorServer server;

    @BeforeEach
    void start() throws IOException {
        root = Files.createDirectories(temporary.resolve("images/deep"));
        Files.writeString(temporary.resolve("secret.png"), "secret");
        Files.writeString(temporary.resolve("images/deep-secret.png"), "secret");
        Files.write(root.resolve("007.png"), TestImages.mirrored(7));
        server = MirrorServer.start(MirrorOptions.defaults().withDirectory(root));
    }

    @Test
    void servesTheFilesOfTheDirectory() throws IOException {
        Client.Reply reply = Client.get(server, "/007.png");
        assertEquals("image/png", reply.fields().get("content-type"));
        assertArrayEquals(TestImages.mirrored(7), reply.body());
        assertEquals(404, Client.get(server, "/008.png").status());
        assertEquals(1, server.statistics().byId().getOrDefault(7, 0L));
        assertEquals(1, server.statistics().byId().getOrDefault(8, 0L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/007.png/x", "/007.png/008.png", "/loop/x"})
    void whatLeadsThroughNoDirectoryIsNotFound(String path) throws IOException {
        Files.createSymbolicLink(root.resolve("loop"), Path.of("loop"));

        assertEquals(404, Client.get(server, path).status());
        assertEquals(404, Client.get(server, path + "x".repeat(300)).status());
    }

    @Row(66)
    @Test
    void servesNothingThatALinkLeadsToElsewhere() throws IOException {
        Files.createSymbolicLink(root.resolve("001.png"), temporary.resolve("secret.png"));
        Files.createSymbolicLink(root.resolve("up"), temporary);
        Files.createSymbolicLink(root.resolve("002.png"), temporary.resolve("nothing"));
        Files.createSymbolicLink(root.resolve("003.png"), Path.of("007.png"));
        assertEquals(404, Client.get(server, "/001.png").status());
        assertEquals(404, Client.get(server, "/up/secret.png").status());
        assertEquals(404, Client.get(server, "/002.png").status());
        assertEquals(200, Client.get(server, "/003.png").status(), "it stays within");
    }

    @Test
    void servesOtherNamesAndTypesToo() throws IOException {
        Files.createDirectory(root.resolve("sub"));
        Files.writeString(root.resolve("sub/a b é.JPG"), "jpeg");
        Files.writeString(root.resolve("unknown"), "");
        Client.Reply reply = Client.get(server, "/sub/a%20b%20%C3%A9.JPG");
        assertEquals("jpeg", reply.text());
        assertEquals("image/jpeg", reply.fields().get("content-type"));
        assertEquals(
                "application/octet-stream",
                Client.get(server, "/unknown").fields().get("content-type"));
        assertEquals(404, Client.get(server, "/sub").status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.png",
                "/../../secret.png",
                "/../deep-secret.png",
                "/%2e%2e/deep-secret.png",
                "/..%2fdeep-secret.png",
                "/%2e%2e%2f%2e%2e%2fsecret.png",
                "/x/../../deep-secret.png",
                "/..%5cdeep-secret.png",
                "//etc/passwd",
                "/%2fetc/passwd",
                "/%00"
            })
    void noPathLeadsOutOfTheDirectory(String path) throws IOException {
        Client.Reply reply = Client.get(server, path);
        assertEquals(404, reply.status());
        assertEquals("404 Not Found\n", new String(reply.body(), UTF_8));
    }

    @Test
    void aFileIsAsOldAsItsDateSays() throws IOException {
        Files.setLastModifiedTime(root.resolve("007.png"), FileTime.from(Instant.parse("2024-02-03T04:05:06.789Z")));
        try (Client client = new Client(server.baseUri())) {
            String modified = client.get("/007.png").fields().get("last-modified");
            assertEquals("Sat, 03 Feb 2024 04:05:06 GMT", modified);
            String condition = "If-Modified-Since: " + modified + "\r\n";
            assertEquals(304, client.request("GET", "/007.png", condition).status());
        }
    }

    @Test
    void imagesOfADirectoryCanBeSpoiledToo() throws IOException {
        MirrorOptions options = MirrorOptions.defaults().withDirectory(root);
        try (MirrorServer faulty = MirrorServer.start(options.withFaults(Map.of(Fault.CORRUPT, 1.0)))) {
            MirrorFaultsTest.assertWrongChecksum(Client.get(faulty, "/007.png").body());
        }
    }

    @Test
    void aMissingDirectoryIsRefused() {
        Path missing = temporary.resolve("missing");
        var e = assertThrows(
                IOException.class,
                () -> MirrorServer.start(MirrorOptions.defaults().withDirectory(missing)));
        assertEquals("The mirror cannot serve " + missing + ": not a directory.", e.getMessage());
    }
}
