package pokemon.mirror;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pokemon.mirror.contract.Fault;
import pokemon.png.PngFile;
import pokemon.png.TestImages;
import pokemon.png.chunk.BadImageException;

final class MirrorFaultsTest {
    private static final String IMAGE = "/007.png";

    private static MirrorServer start(Map<Fault, Double> rates) throws IOException {
        return MirrorServer.start(MirrorOptions.defaults().withFaults(rates).withSeed(11));
    }

    private static MirrorServer always(Fault fault) throws IOException {
        return start(Map.of(fault, 1.0));
    }

    private static Client.Reply answer(Fault fault) throws IOException {
        try (MirrorServer server = always(fault)) {
            return Client.get(server, IMAGE);
        }
    }

    private static List<Integer> statuses(MirrorServer server, IntStream ids) throws IOException {
        List<Integer> statuses = new ArrayList<>();
        try (Client client = new Client(server.baseUri())) {
            for (int id : ids.toArray()) {
                statuses.add(client.get("/" + id + ".png").status());
            }
        }
        return statuses;
    }

    private static IntStream twentyTimesTheSame() {
        return IntStream.generate(() -> 700).limit(20);
    }

    private static Map<Fault, Long> byFault(MirrorServer server) {
        return server.statistics().byFault();
    }

    @Test
    void aMissingImageStaysMissing() throws IOException {
        try (MirrorServer server = start(Map.of(Fault.NOT_FOUND, 0.5));
                Client client = new Client(server.baseUri())) {
            List<Integer> statuses = statuses(server, IntStream.range(100, 120));
            assertEquals(Set.of(200, 404), Set.copyOf(statuses));
            assertEquals(statuses, statuses(server, IntStream.range(100, 120)));
            for (int i = 0; i < 20; i++) {
                String path = "/" + (100 + i) + ".png";
                assertEquals(statuses.get(i), client.request("HEAD", path, "").status());
            }
        }
    }

    @Test
    void aServerErrorIsOneOfTwo() throws IOException {
        try (MirrorServer server = always(Fault.SERVER_ERROR)) {
            assertEquals(Set.of(500, 503), Set.copyOf(statuses(server, twentyTimesTheSame())));
            assertEquals(Map.of(Fault.SERVER_ERROR, 20L), byFault(server));
            assertEquals(0, server.statistics().images());
        }
    }

    @Test
    void tooManyRequestsAsksForPatience() throws IOException {
        Client.Reply reply = answer(Fault.TOO_MANY_REQUESTS);
        assertEquals(429, reply.status());
        assertEquals("1", reply.fields().get("retry-after"));
    }

    @Test
    void aTruncatedBodyEndsBeforeItsAnnouncedLength() throws IOException {
        Client.Reply reply = answer(Fault.TRUNCATE);
        byte[] whole = TestImages.mirrored(7);
        assertEquals(whole.length + "", reply.fields().get("content-length"));
        assertTrue(reply.body().length > 0 && reply.body().length < whole.length);
        assertArrayEquals(Arrays.copyOf(whole, reply.body().length), reply.body());
    }

    @Test
    void aResetStrikesBeforeTheResponseOrWithinIt() throws IOException {
        try (MirrorServer server = always(Fault.RESET)) {
            int before = 0;
            int within = 0;
            for (int i = 0; i < 20; i++) {
                try (Client client = new Client(server.baseUri())) {
                    client.send("GET " + IMAGE + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
                    int first = nextOrReset(client);
                    before += first < 0 ? 1 : 0;
                    within += first < 0 ? 0 : 1;
                    assertThrows(SocketException.class, () -> client.read(true));
                }
            }
            assertTrue(before > 0 && within > 0, before + " before, " + within + " within");
            assertEquals(Map.of(Fault.RESET, 20L), byFault(server));
            assertEquals(Map.of(200, (long) within), server.statistics().byStatus());
        }
    }

    private static int nextOrReset(Client client) throws IOException {
        try {
            return client.next();
        } catch (SocketException e) {
            return -1;
        }
    }

    @Test
    void aStalledBodyNeitherGoesOnNorEnds() throws IOException {
        try (MirrorServer server = always(Fault.STALL);
                Client client = new Client(server.baseUri())) {
            client.timeout(300);
            client.send("GET " + IMAGE + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertEquals('H', client.next());
            assertThrows(SocketTimeoutException.class, () -> {
                while (client.next() >= 0) {
                    // Reads what comes before the stall.
                }
            });
        }
    }

    @Test
    void aCorruptBodyDiffersInOneBitThatAChecksumCovers() throws IOException {
        try (MirrorServer server = always(Fault.CORRUPT);
                Client client = new Client(server.baseUri())) {
            byte[] whole = TestImages.mirrored(7);
            for (int i = 0; i < 10; i++) {
                byte[] body = client.get(IMAGE).body();
                assertEquals(whole.length, body.length);
                int bits = 0;
                for (int at = 0; at < whole.length; at++) {
                    bits += Integer.bitCount((whole[at] ^ body[at]) & 0xFF);
                }
                assertEquals(1, bits);
                assertWrongChecksum(body);
            }
        }
        byte[] later = TestImages.mirrored(7);
        assertEquals(
                Optional.empty(),
                PngFile.verify(later, later.length, 1_000_000).forgiven(),
                "the shared part was left alone");
    }

    static void assertWrongChecksum(byte[] png) {
        BadImageException refused =
                assertThrows(BadImageException.class, () -> PngFile.verify(png, png.length, 1_000_000));
        assertTrue(
                refused.getMessage().matches("chunk IDAT at byte [0-9]+ has a wrong checksum"), refused.getMessage());
    }

    @Test
    void aPageComesWithStatus200() throws IOException {
        Client.Reply reply = answer(Fault.HTML);
        assertEquals(200, reply.status());
        assertEquals("text/html; charset=utf-8", reply.fields().get("content-type"));
        assertTrue(reply.text().startsWith("<!DOCTYPE html>"));
    }

    @Test
    void aSecondTryMayHaveMoreLuck() throws IOException {
        try (MirrorServer server = start(Map.of(Fault.SERVER_ERROR, 0.5))) {
            List<Integer> statuses = statuses(server, twentyTimesTheSame());
            assertTrue(statuses.contains(200));
            assertFalse(statuses.stream().allMatch(status -> status == 200));
        }
    }

    @Test
    void indexAndStatisticsAreSpared() throws IOException {
        try (MirrorServer server = always(Fault.RESET)) {
            assertEquals(200, Client.get(server, "/").status());
            assertEquals(200, Client.get(server, "/statistics").status());
        }
    }
}
