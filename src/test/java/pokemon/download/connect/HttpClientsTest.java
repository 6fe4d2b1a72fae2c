package pokemon.download.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pokemon.download.DownloadSettings;
import pokemon.download.ImageDownloader;
import pokemon.download.ImageSource;
import pokemon.download.outcome.FailureKind;
import pokemon.download.outcome.Outcome;
import pokemon.download.trace.AttemptTrace;
import pokemon.faults.FaultServer;
import pokemon.faults.Misbehaviours;
import pokemon.faults.TestCertificate;
import pokemon.faults.rows.Row;
import pokemon.png.TestImages;

final class HttpClientsTest {
    private static final byte[] IMAGE = TestImages.png(new TestImages.Form(9, 7, 8, 6, false, false), 1);

    @TempDir
    private Path temporary;

    private DownloadSettings settings(FaultServer server, ConnectionSettings connect) {
        return DownloadSettings.of(
                new ImageSource(server.template()),
                temporary,
                new RequestSettings(connect, Duration.ofSeconds(20), "test", List.of(), RequestSettings.MAX_BYTES));
    }

    @Row(58)
    @Test
    void aDeadClientIsReplacedByTheNextAttempt() throws Exception {
        // A client that no other test has.
        ConnectionSettings connect =
                new ConnectionSettings(Duration.ofMillis(9_999), ProxySettings.NONE, Optional.empty());
        try (FaultServer server = FaultServer.start()) {
            server.always(Misbehaviours.ok(IMAGE));
            ImageDownloader downloader = new ImageDownloader(settings(server, connect));
            assertInstanceOf(Outcome.Saved.class, downloader.download(1, new AttemptTrace(false)));
            HttpClient first = HttpClients.get(connect, Optional.empty());
            ((ExecutorService) first.executor().orElseThrow()).shutdownNow();
            Outcome.Failed failed =
                    assertInstanceOf(Outcome.Failed.class, downloader.download(2, new AttemptTrace(false)));
            assertEquals(FailureKind.EXHAUSTED, failed.kind());
            assertInstanceOf(Outcome.Saved.class, downloader.download(3, new AttemptTrace(false)));
        }
    }

    @Row(51)
    @Test
    void aHandshakeWithAnAddressAsksForTheName() throws Exception {
        TestCertificate certificate = TestCertificate.named(temporary, "two.test");
        try (SSLServerSocket listener = listener(certificate)) {
            CompletableFuture<List<?>> asked = CompletableFuture.supplyAsync(() -> serveOnce(listener));
            assertEquals("hello", get(certificate, listener, "two.test"));
            assertEquals(List.of(new SNIHostName("two.test")), asked.get());
        }
        assertTrue(HttpClients.isDead(new IOException("selector manager closed")));
    }

    @Row(51)
    @Test
    void aHostThatNoServerNameCanHoldIsAFailureOfItsCertificate() throws Exception {
        TestCertificate certificate = TestCertificate.named(temporary, "two.test");
        try (SSLServerSocket listener = listener(certificate)) {
            CompletableFuture<List<?>> asked = CompletableFuture.supplyAsync(() -> serveOnce(listener));
            IOException e = assertThrows(IOException.class, () -> get(certificate, listener, "two_hosts.test"));
            assertTrue(e.getMessage().contains("two_hosts.test"), e.getMessage());
            assertThrows(ExecutionException.class, asked::get);
        }
    }

    private static SSLServerSocket listener(TestCertificate certificate) throws Exception {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        return (SSLServerSocket) certificate.server().getServerSocketFactory().createServerSocket(0, 1, loopback);
    }

    private static String get(TestCertificate certificate, SSLServerSocket listener, String host) throws Exception {
        ConnectionSettings connect =
                new ConnectionSettings(Duration.ofSeconds(20), ProxySettings.NONE, Optional.of(certificate.pem()));
        URI uri = URI.create("https://127.0.0.1:" + listener.getLocalPort() + "/");
        return HttpClients.get(connect, Optional.of(host))
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static List<?> serveOnce(SSLServerSocket listener) {
        try (SSLSocket socket = (SSLSocket) listener.accept()) {
            socket.startHandshake();
            List<?> names = ((ExtendedSSLSession) socket.getSession()).getRequestedServerNames();
            socket.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            // Until the client has read the answer.
            socket.getInputStream().read(new byte[4_096]);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
