package pokemon.mirror;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.faults.rows.Row;
import pokemon.mirror.contract.Fault;
import pokemon.png.TestImages;

final class MirrorServerTest {
    @AutoClose
    private MirrorServer server;

    @AutoClose
    private Client client;

    @BeforeEach
    void start() throws IOException {
        server = MirrorServer.start(MirrorOptions.defaults());
        client = new Client(server.baseUri());
    }

    @Test
    void servesTheImageOfAnIdToTheHttpClientOfTheJdk() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(server.baseUri().resolve("025.png")).build();
        HttpResponse<byte[]> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, response.statusCode());
        assertEquals("image/png", response.headers().firstValue("Content-Type").orElseThrow());
        assertArrayEquals(TestImages.mirrored(25), response.body());
    }

    @Test
    void listensOnTheLoopbackAddressOfVersionFour() {
        assertEquals("127.0.0.1", server.baseUri().getHost());
        assertEquals("/", server.baseUri().getPath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/001.png", "/898.png", "/1025.png", "/99999.png", "/%30%307.png", "/007.png?size=1"})
    void idsHaveAtLeastThreeDigits(String path) throws IOException {
        assertEquals(200, client.get(path).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/7.png",
                "/07.png",
                "/000.png",
                "/0007.png",
                "/100000.png",
                "/007.PNG",
                "/007.png/",
                "/a/007.png",
                "/007",
                "/../007.png",
                "//007.png"
            })
    void everythingElseIsNotFound(String path) throws IOException {
        assertEquals(404, client.get(path).status());
    }

    @Test
    void theIndexSaysWhatThereIs() throws IOException {
        assertTrue(client.get("/").text().contains("/007.png"));
        assertEquals(200, client.get("http://127.0.0.1").status());
    }

    @Test
    void oneConnectionServesManyRequests() throws IOException {
        for (int id = 100; id < 150; id++) {
            Client.Reply reply = client.get("/" + id + ".png");
            assertEquals("keep-alive", reply.fields().get("connection"));
            assertArrayEquals(TestImages.mirrored(id), reply.body());
        }
        assertEquals(1, server.statistics().connections());
        assertEquals(50, server.statistics().images());
    }

    @Test
    void requestsSentAheadAreAnsweredInOrder() throws IOException {
        client.send("GET /001.png HTTP/1.1\r\nHost: localhost\r\n\r\nGET /002.png HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertArrayEquals(TestImages.mirrored(1), client.read(true).body());
        assertArrayEquals(TestImages.mirrored(2), client.read(true).body());
    }

    @Test
    void aConnectionIsClosedWhenAskedFor() throws IOException {
        for (String request : List.of(
                "GET /001.png HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /001.png HTTP/1.0\r\n\r\n")) {
            try (Client another = new Client(server.baseUri())) {
                another.send(request);
                Client.Reply reply = another.read(true);
                assertEquals("close", reply.fields().get("connection"));
                assertArrayEquals(TestImages.mirrored(1), reply.body());
                assertEquals(-1, another.next());
            }
        }
    }

    @Test
    void headTellsTheLengthAndSendsNoContent() throws IOException {
        Client.Reply head = client.request("HEAD", "/007.png", "");
        assertEquals(TestImages.mirrored(7).length + "", head.fields().get("content-length"));
        assertArrayEquals(TestImages.mirrored(7), client.get("/007.png").body());
        assertEquals(1, server.statistics().byId().getOrDefault(7, 0L));
        assertEquals(1, server.statistics().images());
    }

    @Test
    void anUnchangedImageIsNotSentAgain() throws IOException {
        String modified = client.get("/007.png").fields().get("last-modified");
        assertEquals("Fri, 01 Jan 2021 00:07:00 GMT", modified);
        Client.Reply same = client.request("GET", "/007.png", "If-Modified-Since: " + modified + "\r\n");
        assertEquals(304, same.status());
        assertEquals(modified, same.fields().get("last-modified"));
        String before = "If-Modified-Since: Fri, 01 Jan 2021 00:06:59 GMT\r\n";
        assertEquals(200, client.request("GET", "/007.png", before).status());
        String nonsense = "If-Modified-Since: yesterday\r\n";
        assertEquals(200, client.request("GET", "/007.png", nonsense).status());
        String tagged = "If-Modified-Since: " + modified + "\r\nIf-None-Match: \"a\"\r\n";
        assertEquals(200, client.request("GET", "/007.png", tagged).status());
        assertEquals(Map.of(200, 4L, 304, 1L), server.statistics().byStatus());
    }

    @Test
    void otherMethodsAreNotAllowed() throws IOException {
        Client.Reply reply = client.request("DELETE", "/007.png", "");
        assertEquals(405, reply.status());
        assertEquals("GET, HEAD", reply.fields().get("allow"));
        assertEquals(405, client.request("POST", "/", "Content-Length: 3\r\n").status());
        assertEquals(-1, client.next(), "a body ends the connection");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello\r\n\r\n",
                "GET /007.png\r\n\r\n",
                "GET 007.png HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /007.png HTTP/2.0\r\nHost: localhost\r\n\r\n",
                "GET /007.png HTTP/1.1\r\n\r\n",
                "GET /007.png HTTP/1.1\r\nHost: localhost\r\n folded\r\n\r\n",
                "GET /007.png HTTP/1.1\r\nHost : localhost\r\n\r\n",
                "GET /%zz.png HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /%3 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            })
    void malformedRequestsAreRefused(String request) throws IOException {
        client.send(request);
        assertEquals(400, client.read(true).status());
        assertEquals(-1, client.next());
    }

    /** A web page may have its name resolved to this machine. */
    @Row(66)
    @ParameterizedTest
    @CsvSource({
        "/007.png, localhost, 200",
        "/007.png, LocalHost:1234, 200",
        "/007.png, 127.0.0.1:80, 200",
        "/007.png, [::1], 200",
        "http://127.0.0.1:5/007.png, whatever.example, 200",
        "/007.png, rebinding.example, 421",
        "/statistics, rebinding.example:80, 421",
        "/007.png, localhost.rebinding.example, 421",
        "/007.png, 127.0.0.1.rebinding.example, 421",
        "http://rebinding.example/007.png, localhost, 421",
    })
    void onlyRequestsForNamesOfThisMachineAreAnswered(String target, String host, int status) throws IOException {
        client.send("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        assertEquals(status, client.read(true).status());
    }

    @Test
    void anEndlessHeadIsRefused() throws IOException {
        client.send("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(100_000));
        assertEquals(431, client.read(true).status());
        assertEquals(-1, client.next());
    }

    @Test
    void statisticsCountWhatHappened() throws IOException {
        client.get("/007.png");
        client.get("/007.png");
        client.get("/008.png");
        client.get("/nothing");
        String json = client.get("/statistics").text();
        assertEquals(
                "{\"connections\":1,\"requests\":4,\"images\":3,\"by_status\":{\"200\":3,\"404\":1},\"by_fault\":{}}\n",
                json);
        assertEquals(2, server.statistics().byId().getOrDefault(7, 0L));
        assertEquals(1, server.statistics().byId().getOrDefault(8, 0L));
        assertEquals(0, server.statistics().byId().getOrDefault(9, 0L));
    }

    @Test
    void hundredsOfClientsConnectAtOnce() throws IOException {
        List<Client> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 256; i++) {
                clients.add(new Client(server.baseUri()));
            }
            for (Client each : clients) {
                each.send("GET /321.png HTTP/1.1\r\nHost: localhost\r\n\r\n");
            }
            for (Client each : clients) {
                assertArrayEquals(TestImages.mirrored(321), each.read(true).body());
            }
        } finally {
            for (Client each : clients) {
                each.close();
            }
        }
        assertEquals(1 + 256, server.statistics().connections());
    }

    @Test
    void everyResponseWaitsForTheLatency() throws IOException {
        try (MirrorServer slow = MirrorServer.start(MirrorOptions.defaults().withLatency(Duration.ofMillis(60)));
                Client waiting = new Client(slow.baseUri())) {
            long start = System.nanoTime();
            waiting.get("/001.png");
            waiting.get("/no-such.png");
            assertTrue(System.nanoTime() - start >= 120_000_000);
        }
    }

    @Test
    void aNarrowLinkTakesItsTime() throws IOException {
        try (MirrorServer slow = MirrorServer.start(MirrorOptions.defaults().withBandwidth(1_000_000))) {
            long start = System.nanoTime();
            byte[] body = Client.get(slow, "/001.png").body();
            double seconds = (System.nanoTime() - start) / 1e9;
            assertArrayEquals(TestImages.mirrored(1), body);
            assertTrue(seconds > body.length / 1e6 - 0.01, () -> "took " + seconds);
        }
    }

    @Test
    void closingCutsEveryWaitShort() throws IOException {
        MirrorOptions options = MirrorOptions.defaults();
        for (MirrorOptions waiting : List.of(
                options.withLatency(Duration.ofHours(1)),
                options.withBandwidth(1),
                options.withFaults(Map.of(Fault.STALL, 1.0)))) {
            MirrorServer slow = MirrorServer.start(waiting);
            try (Client busy = new Client(slow.baseUri());
                    Client idle = new Client(slow.baseUri())) {
                busy.send("GET /001.png HTTP/1.1\r\nHost: localhost\r\n\r\n");
                awaitRequest(slow);
                long start = System.nanoTime();
                slow.close();
                assertTrue(System.nanoTime() - start < 2_000_000_000L, "closed promptly");
                assertTrue(ends(busy) && ends(idle));
            }
        }
    }

    /** Returns true once the connection has ended in one way or the other. */
    private static boolean ends(Client ended) throws IOException {
        try {
            while (ended.next() >= 0) {
                // What was sent before the mirror closed is still to come.
            }
        } catch (SocketException e) {
            // A reset is an end as well.
        }
        return true;
    }

    private static void awaitRequest(MirrorServer server) {
        while (server.statistics().byId().isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void closingLeavesNoThreadAndNoPort() throws IOException, InterruptedException {
        List<URI> uris = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            try (MirrorServer shortLived = MirrorServer.start(MirrorOptions.defaults());
                    Client another = new Client(shortLived.baseUri())) {
                assertEquals(200, another.get("/001.png").status());
                uris.add(shortLived.baseUri());
            }
        }
        server.close();
        List<Thread> threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("mirror-"))
                .toList();
        for (Thread thread : threads) {
            // On a busy machine, a thread may need some time to see that its connection is closed.
            thread.join(Duration.ofMinutes(1).toMillis());
            assertFalse(thread.isAlive(), thread::getName);
        }
        for (URI uri : uris) {
            assertThrows(IOException.class, () -> new Socket(uri.getHost(), uri.getPort()).close());
        }
    }

    @Test
    void closingTwiceDoesNoHarm() {
        server.close();
        server.close();
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void aTakenPortIsNamed() {
        int port = server.baseUri().getPort();
        var e = assertThrows(
                IOException.class,
                () -> MirrorServer.start(MirrorOptions.defaults().withPort(port)));
        assertTrue(e.getMessage().startsWith("The mirror cannot listen on 127.0.0.1:" + port + ": "), e.getMessage());
    }

    @Test
    void aClientThatLeavesHarmsNobody() throws IOException {
        for (int i = 0; i < 20; i++) {
            try (Client leaving = new Client(server.baseUri())) {
                leaving.send("GET /001.png HTTP/1.1\r\nHost: localhost\r\n\r\n");
            }
        }
        assertEquals(200, Client.get(server, "/001.png").status());
    }
}
