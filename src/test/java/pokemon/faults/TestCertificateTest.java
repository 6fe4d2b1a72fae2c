package pokemon.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Certificates as the JDK's own client judges them, and the server under TLS. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TestCertificateTest {
    private static final byte[] BODY = "0123456789abcdef".getBytes(ISO_8859_1);

    private static TestCertificate valid;
    private static TestCertificate expired;
    private static TestCertificate foreign;
    private static X509Certificate pemIssuer;
    private static SSLContext clientOfValid;
    private static SSLContext clientOfExpired;
    private static SSLContext clientOfForeign;

    @BeforeAll
    static void makeCertificates(@TempDir Path directory) throws Exception {
        valid = TestCertificate.valid(directory);
        expired = TestCertificate.expired(directory);
        foreign = TestCertificate.foreign(directory);
        pemIssuer = readPem(valid.pem());
        clientOfValid = trusting(valid);
        clientOfExpired = trusting(expired);
        clientOfForeign = trusting(foreign);
    }

    @Test
    void aValidCertificateIsAcceptedByAClientThatTrustsItsIssuer() throws Exception {
        try (FaultServer server = FaultServer.start(valid.server())) {
            server.forId(1, Misbehaviours.ok(BODY));
            assertEquals("https://127.0.0.1:" + server.port() + "/{id}.png", server.template());
            assertArrayEquals(BODY, get(server, client(clientOfValid)));
        }
    }

    @Test
    void aClientThatTrustsOnlyPublicIssuersRefusesIt() throws Exception {
        assertRefused(valid, SSLContext.getDefault(), "unable to find valid certification path");
    }

    @Test
    void anExpiredCertificateIsRefusedForItsDateAlone() throws Exception {
        SSLHandshakeException refusal = assertRefused(expired, clientOfExpired, "");
        assertInstanceOf(CertificateExpiredException.class, rootOf(refusal));
    }

    @Test
    void aForeignCertificateIsRefusedForItsNameAlone() throws Exception {
        assertRefused(foreign, clientOfForeign, "No subject alternative names matching IP address 127.0.0.1");
    }

    @Test
    void thePemFileHoldsTheIssuerInTheTrustStore() throws Exception {
        assertTrue(pemIssuer.getBasicConstraints() >= 0, "not an issuer");
        assertEquals(pemIssuer, store(valid).getCertificate("issuer"));
    }

    @Test
    void theServerResetsAndStallsAndEndsUnderTlsToo() throws Exception {
        try (FaultServer server = FaultServer.start(valid.server())) {
            server.forId(1, Misbehaviours.resetInBody(BODY));
            server.forId(2, Misbehaviours.closeDelimited(BODY));
            server.forId(3, Misbehaviours.bodyStalls(BODY));
            try (RawClient client = ask(server, 1)) {
                client.read(BODY.length / 2);
                assertTrue(client.isReset());
            }
            try (RawClient client = ask(server, 2)) {
                client.read(BODY.length);
                assertTrue(client.isAtEnd());
            }
            try (RawClient client = ask(server, 3)) {
                client.read(BODY.length / 2);
                assertTrue(client.isSilent());
            }
        }
    }

    @Test
    void aServerWithAWriterThatBlocksUnderTlsClosesAtOnce() throws Exception {
        FaultServer server = FaultServer.start(valid.server());
        server.forId(1, Misbehaviours.endlessBody());
        try (RawClient client = ask(server, 1)) {
            client.read(1 << 20);
            server.close();
            assertEquals(0, server.openConnections());
        }
    }

    @Test
    void tlsGoesThroughATunnel() throws Exception {
        try (FaultServer server = FaultServer.start(valid.server());
                FaultServer proxy = FaultServer.start()) {
            server.forId(1, Misbehaviours.ok(BODY));
            proxy.forConnect(Misbehaviours.tunnelTo(server.port()));
            HttpClient client = HttpClient.newBuilder()
                    .sslContext(clientOfValid)
                    .proxy(ProxySelector.of(proxy.address()))
                    .build();
            assertArrayEquals(BODY, get(server, client));
            assertEquals(
                    "127.0.0.1:" + server.port(), proxy.requestsSeen().get(0).target());
        }
    }

    private static SSLHandshakeException assertRefused(TestCertificate certificate, SSLContext trust, String why)
            throws Exception {
        try (FaultServer server = FaultServer.start(certificate.server())) {
            SSLHandshakeException refusal = assertThrows(SSLHandshakeException.class, () -> get(server, client(trust)));
            assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
            assertEquals(0, server.requests());
            return refusal;
        }
    }

    private static RawClient ask(FaultServer server, int id) throws IOException {
        SSLSocket socket =
                (SSLSocket) clientOfValid.getSocketFactory().createSocket(FaultServer.loopback(), server.port());
        RawClient client = new RawClient(socket);
        client.get("/" + id + ".png");
        client.readHead();
        return client;
    }

    private static byte[] get(FaultServer server, HttpClient client) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.baseUri().resolve("1.png")).build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    }

    private static HttpClient client(SSLContext trust) {
        return HttpClient.newBuilder().sslContext(trust).build();
    }

    private static SSLContext trusting(TestCertificate certificate) throws Exception {
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store(certificate));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static KeyStore store(TestCertificate certificate) throws Exception {
        return KeyStore.getInstance(certificate.trustStore().toFile(), TestCertificate.PASSWORD.toCharArray());
    }

    private static X509Certificate readPem(Path pem) throws Exception {
        try (InputStream in = Files.newInputStream(pem)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static Throwable rootOf(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
