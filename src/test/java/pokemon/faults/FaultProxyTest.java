package pokemon.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server in the place of a proxy. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FaultProxyTest {
    private static final byte[] BODY = "an image".getBytes(ISO_8859_1);

    @Test
    void answersAbsoluteTargetsByTheirPath() throws Exception {
        try (FaultServer proxy = FaultServer.start()) {
            proxy.forId(7, Misbehaviours.ok(BODY));
            HttpClient client = HttpClient.newBuilder()
                    .proxy(ProxySelector.of(proxy.address()))
                    .build();
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://images.example/a/007.png"))
                    .build();
            assertArrayEquals(
                    BODY,
                    client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                            .body());
            assertEquals(
                    "http://images.example/a/007.png",
                    proxy.requestsSeen().get(0).target());
        }
    }

    @Test
    void refusesAConnectWithTheStatusScripted() throws Exception {
        try (FaultServer proxy = FaultServer.start();
                RawClient client = new RawClient(proxy.port())) {
            proxy.always(Misbehaviours.ok(BODY));
            proxy.forConnect(Misbehaviours.status(407, "Proxy-Authenticate: Basic realm=\"test\""));
            client.send("CONNECT images.example:443 HTTP/1.1\r\nHost: images.example:443\r\n\r\n");
            String head = client.readHead();
            assertTrue(head.startsWith("HTTP/1.1 407 "), head);
            assertTrue(head.contains("\r\nProxy-Authenticate: Basic realm=\"test\"\r\n"), head);
            assertEquals("CONNECT", proxy.requestsSeen().get(0).method());
            assertEquals("images.example:443", proxy.requestsSeen().get(0).target());
        }
    }

    @Test
    void grantsNoConnectUnlessItIsScripted() throws Exception {
        try (FaultServer proxy = FaultServer.start();
                RawClient client = new RawClient(proxy.port())) {
            proxy.always(Misbehaviours.ok(BODY));
            client.send("CONNECT images.example:443 HTTP/1.1\r\n\r\n");
            assertTrue(client.readHead().startsWith("HTTP/1.1 405 "));
        }
    }

    @Test
    void tunnelsBothWaysToTheGivenPort() throws Exception {
        try (FaultServer far = FaultServer.start();
                FaultServer proxy = FaultServer.start();
                RawClient client = connected(proxy, far)) {
            far.forId(1, Misbehaviours.ok(BODY), Misbehaviours.closeDelimited(BODY));
            for (int i = 0; i < 2; i++) {
                client.get("/1.png");
                client.readHead();
                assertArrayEquals(BODY, client.read(BODY.length));
            }
            assertTrue(client.isAtEnd());
            assertEquals(2, far.requests(1));
            assertEquals(1, proxy.requests());
        }
    }

    @Test
    void aResetAtTheFarSideOfATunnelIsAResetAtTheNearSide() throws Exception {
        try (FaultServer far = FaultServer.start();
                FaultServer proxy = FaultServer.start();
                RawClient client = connected(proxy, far)) {
            far.forId(1, Misbehaviours.resetBeforeResponse());
            client.get("/1.png");
            assertTrue(client.isReset());
        }
    }

    @Test
    void aClientThatLeavesATunnelIsGoneAtTheFarSideToo() throws Exception {
        try (FaultServer far = FaultServer.start();
                FaultServer proxy = FaultServer.start()) {
            far.always(Misbehaviours.noResponse());
            try (RawClient client = connected(proxy, far)) {
                client.get("/1.png");
                assertTrue(far.awaitRequests(1, Duration.ofSeconds(10)));
            }
            assertTrue(far.awaitNoOpenConnections(Duration.ofSeconds(10)));
            assertTrue(proxy.awaitNoOpenConnections(Duration.ofSeconds(10)));
        }
    }

    @Test
    void closingTheProxyEndsATunnelThatIsIdle() throws Exception {
        try (FaultServer far = FaultServer.start()) {
            FaultServer proxy = FaultServer.start();
            RawClient client = connected(proxy, far);
            proxy.close();
            assertEquals(0, proxy.openConnections());
            client.close();
        }
    }

    private static RawClient connected(FaultServer proxy, FaultServer far) throws Exception {
        proxy.forConnect(Misbehaviours.tunnelTo(far.port()));
        RawClient client = new RawClient(proxy.port());
        client.send("CONNECT images.example:443 HTTP/1.1\r\n\r\n");
        String head = client.readHead();
        assertTrue(head.startsWith("HTTP/1.1 200 "), head);
        return client;
    }
}
