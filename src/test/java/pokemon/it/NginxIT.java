package pokemon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.directory.ImageName;
import pokemon.faults.FaultServer;
import pokemon.launch.Invocation;
import pokemon.launch.Listing;
import pokemon.launch.ToolProcess;
import pokemon.png.TestImages;

/** Downloads from nginx, where it is installed. */
final class NginxIT {
    private static final int IMAGES = 40;

    @TempDir
    private Path temporary;

    private Process nginx;
    private int httpPort;
    private int httpsPort;
    private Path issuer;

    @BeforeEach
    void startNginx() throws Exception {
        Optional<Path> program = Stream.of("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(program.isPresent(), "skipped: nginx is not installed");
        // Started by root, nginx reads the images as another user.
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path images = Files.createDirectory(temporary.resolve("images"));
        for (int id = 1; id <= IMAGES; id++) {
            Files.write(images.resolve(ImageName.of(id)), TestImages.mirrored(id));
        }
        httpPort = FaultServer.unusedPort();
        httpsPort = FaultServer.unusedPort();
        makeCertificate();
        Path configuration = Files.writeString(temporary.resolve("nginx.conf"), configuration(images));
        nginx = new ProcessBuilder(program.get().toString(), "-p", temporary.toString(), "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("nginx.out").toFile())
                .start();
        awaitPort(httpsPort);
    }

    @AfterEach
    void stopNginx() throws InterruptedException {
        if (nginx != null) {
            nginx.destroy();
            nginx.waitFor();
        }
    }

    private String configuration(Path images) {
        return """
                daemon off; pid nginx.pid; error_log error.log;
                events {}
                http {
                  access_log off; client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fcgi;
                  uwsgi_temp_path uwsgi; scgi_temp_path scgi;
                  server {
                    listen 127.0.0.1:%d;
                    listen 127.0.0.1:%d ssl;
                    ssl_certificate server.pem; ssl_certificate_key server.key;
                    root %s;
                  }
                }
                """.formatted(httpPort, httpsPort, images);
    }

    /** Makes a certificate for 127.0.0.1 and its key. */
    private void makeCertificate() throws Exception {
        issuer = temporary.resolve("server.pem");
        String command = "openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost"
                + " -addext subjectAltName=IP:127.0.0.1 -keyout server.key -out server.pem";
        ToolProcess.run(temporary, Map.of(), List.of(command.split(" "))).assertExit(0);
    }

    private void awaitPort(int port) throws Exception {
        while (true) {
            assertTrue(nginx.isAlive(), () -> "nginx ended with " + nginx.exitValue());
            try (Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port)) {
                assertTrue(socket.isConnected());
                return;
            } catch (IOException e) {
                // Not listening yet: ask again.
                Thread.onSpinWait();
            }
        }
    }

    private Invocation download(String kind, Path directory, Object... source) {
        return Invocation.line("1 " + IMAGES + " " + kind + " 4 " + directory + " --source", source);
    }

    private static void assertComplete(Invocation download, Path directory) {
        download.assertExit(0);
        Invocation.ok("stats", directory, "--range", "1-" + IMAGES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"T", "P"})
    void downloadsOverHttp(String kind) {
        Path directory = temporary.resolve(kind);
        assertComplete(download(kind, directory, "http://127.0.0.1:" + httpPort + "/{id}.png"), directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"T", "P"})
    void downloadsOverHttpsWithATrustedCertificate(String kind) {
        Path directory = temporary.resolve(kind);
        String source = "https://127.0.0.1:" + httpsPort;
        assertComplete(download(kind, directory, source, "--ca-certificate", issuer), directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"T", "P"})
    void stopsEarlyAndSaysWhyWithoutThatTrust(String kind) throws IOException {
        Path directory = temporary.resolve(kind);
        Invocation tool =
                download(kind, directory, "https://127.0.0.1:" + httpsPort).assertExit(3);
        assertTrue(tool.errLines().size() <= 4, () -> tool.errLines().toString());
        String last = tool.errLines().get(tool.errLines().size() - 1);
        assertTrue(last.contains("is not trusted") && last.contains("--ca-certificate"), last);
        assertEquals(List.of(), Listing.names(directory));
    }

    @Test
    void keepsTheDatesOfTheServer() throws IOException {
        Path directory = temporary.resolve("dates");
        Invocation.line("1 2 T 1", directory, "--source", "http://127.0.0.1:" + httpPort);
        assertEquals(
                Files.getLastModifiedTime(temporary.resolve("images/001.png")).toMillis() / 1_000,
                Files.getLastModifiedTime(directory.resolve("001.png")).toMillis() / 1_000);
    }
}
