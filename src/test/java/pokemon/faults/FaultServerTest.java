package pokemon.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server itself: its script, its counters and its end. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FaultServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final byte[] BODY = "an image".getBytes(ISO_8859_1);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void answersWhatIsNotScriptedWith404() throws Exception {
        try (FaultServer server = FaultServer.start()) {
            assertEquals(404, statusOf(server, 1));
        }
    }

    @Test
    void givesTheAnswersOfAnIdInOrderAndRepeatsTheLast() throws Exception {
        try (FaultServer server = FaultServer.start()) {
            server.forId(7, Misbehaviours.status(503), Misbehaviours.status(429), Misbehaviours.ok(BODY));
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                statuses.add(statusOf(server, 7));
            }
            assertEquals(List.of(503, 429, 200, 200), statuses);
        }
    }

    @Test
    void prefersPathToIdAndIdToAlways() throws Exception {
        try (FaultServer server = FaultServer.start()) {
            server.always(Misbehaviours.status(500));
            server.forId(7, Misbehaviours.status(501));
            server.forPath("/7.png", Misbehaviours.status(502));
            assertEquals(
                    List.of(500, 501, 502),
                    List.of(status(server, "8.png"), status(server, "007.png"), status(server, "7.png")));
        }
    }

    @Test
    void countsRequestsByIdAndConnections() throws Exception {
        try (FaultServer server = FaultServer.start();
                RawClient first = new RawClient(server.port());
                RawClient second = new RawClient(server.port())) {
            for (String target : List.of("/007.png", "/7.png?again", "/dir/8.png", "/index.html")) {
                first.get(target);
                first.readHead();
                first.read("status 404\n".length());
            }
            second.get("/7.png");
            second.readHead();
            assertEquals(3, server.requests(7));
            assertEquals(1, server.requests(8));
            assertEquals(0, server.requests(9));
            assertEquals(5, server.requests());
            assertEquals(2, server.connections());
            assertEquals(2, server.openConnections());
        }
    }

    @Test
    void remembersTheHeadsOfRequestsWithTheirTimes() throws Exception {
        try (FaultServer server = FaultServer.start();
                RawClient client = new RawClient(server.port())) {
            long before = System.nanoTime();
            client.get("/1.png", "User-Agent: tester/1", "accept: image/png", "Accept: image/gif");
            client.readHead();
            client.read("status 404\n".length());
            long between = System.nanoTime();
            client.get("/2.png");
            client.readHead();
            RequestSeen first = server.requestsSeen().get(0);
            RequestSeen second = server.requestsSeen().get(1);
            assertEquals("GET", first.method());
            assertEquals("/1.png", first.target());
            assertEquals("tester/1", first.header("user-agent"));
            assertEquals(List.of("image/png", "image/gif"), first.headers().allValues("Accept"));
            assertEquals("", first.header("If-Modified-Since"));
            assertTrue(before - first.nanoTime() < 0 && first.nanoTime() - between < 0);
            assertTrue(between - second.nanoTime() < 0 && second.nanoTime() - System.nanoTime() < 0);
        }
    }

    @Test
    void offersATemplateOnTheLoopbackAddress() throws Exception {
        try (FaultServer server = FaultServer.start()) {
            assertEquals("http://127.0.0.1:" + server.port() + "/{id}.png", server.template());
            assertEquals(URI.create("http://127.0.0.1:" + server.port() + "/"), server.baseUri());
        }
    }

    @Test
    void letsATestWaitForRequestsAndForTheClientToGoAway() throws Exception {
        try (FaultServer server = FaultServer.start()) {
            server.always(Misbehaviours.noResponse());
            try (RawClient client = new RawClient(server.port())) {
                client.get("/1.png");
                assertTrue(server.awaitRequests(1, PATIENCE));
                assertFalse(server.awaitRequests(2, Duration.ofMillis(1)));
                assertFalse(server.awaitNoOpenConnections(Duration.ofMillis(1)));
            }
            assertTrue(server.awaitNoOpenConnections(PATIENCE));
        }
    }

    @Test
    void theHttpClientSurvivesAConnectionThatDiesOnReuse() throws Exception {
        try (FaultServer server = FaultServer.start()) {
            server.forId(1, Misbehaviours.okThenDeadOnReuse(BODY));
            server.forId(2, Misbehaviours.ok(BODY));
            assertEquals(List.of(200, 200), List.of(statusOf(server, 1), statusOf(server, 2)));
            assertEquals(2, server.connections());
        }
    }

    @Test
    void endsConnectionsInEveryStateAtOnceAndLeavesNoThread() throws Exception {
        FaultServer server = FaultServer.start();
        server.forId(1, Misbehaviours.noResponse());
        server.forId(2, Misbehaviours.bodyDrips(BODY, Duration.ofHours(1)));
        server.forId(3, Misbehaviours.endlessBody());
        server.forId(4, Misbehaviours.ok(BODY));
        List<RawClient> clients = new ArrayList<>();
        for (int id = 1; id <= 5; id++) {
            RawClient client = new RawClient(server.port());
            client.get("/" + id + ".png");
            clients.add(client);
        }
        assertTrue(server.awaitRequests(5, PATIENCE));
        assertFalse(threadsOf(server).isEmpty());

        server.close();

        assertEquals(List.of(), threadsOf(server));
        assertEquals(0, server.openConnections());
        assertThrows(ConnectException.class, () -> new RawClient(server.port()).close());
        for (RawClient client : clients) {
            client.close();
        }
    }

    @Test
    void saysAtItsEndThatARequestWasNoHttp() throws Exception {
        FaultServer server = FaultServer.start();
        try (RawClient client = new RawClient(server.port())) {
            client.send("hello\r\n\r\n");
            assertTrue(client.isAtEnd());
        }
        IllegalStateException failure = assertThrows(IllegalStateException.class, server::close);
        assertEquals("not an HTTP/1 request line: hello", failure.getSuppressed()[0].getMessage());
    }

    @Test
    void servesManyClientsAtTheSameTime() throws Exception {
        try (FaultServer server = FaultServer.start()) {
            server.always(Misbehaviours.noResponse());
            server.forId(100, Misbehaviours.ok(BODY));
            List<CompletableFuture<HttpResponse<byte[]>>> stuck = new ArrayList<>();
            for (int id = 1; id <= 50; id++) {
                stuck.add(HTTP.sendAsync(request(server, id + ".png"), HttpResponse.BodyHandlers.ofByteArray()));
            }
            assertTrue(server.awaitRequests(50, PATIENCE));
            assertEquals(200, statusOf(server, 100));
            assertTrue(stuck.stream().noneMatch(CompletableFuture::isDone));
        }
    }

    private static List<String> threadsOf(FaultServer server) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("fault-server-" + server.port()))
                .toList();
    }

    private static int statusOf(FaultServer server, int id) throws IOException, InterruptedException {
        return status(server, id + ".png");
    }

    private static int status(FaultServer server, String path) throws IOException, InterruptedException {
        return HTTP.send(request(server, path), HttpResponse.BodyHandlers.ofByteArray())
                .statusCode();
    }

    private static HttpRequest request(FaultServer server, String path) {
        return HttpRequest.newBuilder(server.baseUri().resolve(path)).build();
    }
}
