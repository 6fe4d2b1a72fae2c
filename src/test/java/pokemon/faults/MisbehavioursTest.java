package pokemon.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reads the raw bytes of each misbehaviour: it is on the wire what its name says. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class MisbehavioursTest {
    private static final byte[] BODY = "0123456789abcdef".getBytes(ISO_8859_1);
    private static final String HALF = "01234567";

    private FaultServer server;
    private RawClient client;

    @BeforeEach
    void startServer() throws IOException {
        server = FaultServer.start();
        client = new RawClient(server.port());
    }

    @AfterEach
    void stopServer() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void aCorrectResponseHasItsLengthAndLeavesTheConnectionOpenForTheNext() throws IOException {
        String head = headOf(Misbehaviours.ok(BODY));
        assertTrue(head.startsWith("HTTP/1.1 200 OK\r\n"), head);
        assertHas(head, "Content-Type: image/png", "Content-Length: 16", "Connection: keep-alive");
        assertArrayEquals(BODY, client.read(16));
        client.get("/1.png");
        assertEquals(head, client.readHead());
        assertEquals(1, server.connections());
    }

    @Test
    void anImageComesUnderTheContentTypeGiven() throws IOException {
        assertHas(headOf(Misbehaviours.image(BODY, "image/gif")), "Content-Type: image/gif");
        assertArrayEquals(BODY, client.read(16));
    }

    @Test
    void aChunkedResponseIsTwoChunksAndTheLastOne() throws IOException {
        assertHas(headOf(Misbehaviours.chunked(BODY)), "Transfer-Encoding: chunked");
        assertBytes("8\r\n01234567\r\n8\r\n89abcdef\r\n0\r\n\r\n");
        assertTrue(client.isSilent());
    }

    @Test
    void aCloseDelimitedResponseHasNoLengthAndEndsWithTheConnection() throws IOException {
        assertHasNoLength(headOf(Misbehaviours.closeDelimited(BODY)));
        assertArrayEquals(BODY, client.read(16));
        assertTrue(client.isAtEnd());
    }

    @Test
    void aContentLengthLongerThanTheBodyMeetsTheEndOfTheConnection() throws IOException {
        assertHas(headOf(Misbehaviours.contentLengthLongerThanBody(BODY)), "Content-Length: 17");
        assertArrayEquals(BODY, client.read(16));
        assertTrue(client.isAtEnd());
    }

    @Test
    void aContentLengthShorterThanTheBodyIsFollowedByAllOfIt() throws IOException {
        assertHas(headOf(Misbehaviours.contentLengthShorterThanBody(BODY)), "Content-Length: 15");
        assertArrayEquals(BODY, client.read(16));
        assertTrue(client.isAtEnd());
    }

    @Test
    void aCloseDelimitedBodyCutShortEndsAfterItsFirstHalf() throws IOException {
        assertHasNoLength(headOf(Misbehaviours.closeDelimitedBodyCutShort(BODY)));
        assertBytes(HALF);
        assertTrue(client.isAtEnd());
    }

    @Test
    void aChunkedBodyCutShortEndsInsideAChunk() throws IOException {
        assertHas(headOf(Misbehaviours.chunkedBodyCutShort(BODY)), "Transfer-Encoding: chunked");
        assertBytes("10\r\n" + HALF);
        assertTrue(client.isAtEnd());
    }

    @Test
    void anEmptyReplyIsAnOrderlyEndWithoutAByte() throws IOException {
        ask(Misbehaviours.emptyReply());
        assertTrue(client.isAtEnd());
    }

    @Test
    void anOrderlyEndStaysOneWhenInputIsLeftUnread() throws IOException {
        server.forId(1, Misbehaviours.emptyReply());
        // More than the server's buffer takes, in one segment: the rest stays with the kernel.
        client.send("GET /1.png HTTP/1.1\r\n\r\n" + "x".repeat(40_000));
        assertTrue(client.isAtEnd());
    }

    @Test
    void aResetBeforeTheResponseComesWithoutAByte() throws IOException {
        ask(Misbehaviours.resetBeforeResponse());
        assertTrue(client.isReset());
    }

    @Test
    void aResetInTheBodyComesAfterItsFirstHalf() throws IOException {
        assertHas(headOf(Misbehaviours.resetInBody(BODY)), "Content-Length: 16");
        assertBytes(HALF);
        assertTrue(client.isReset());
    }

    @Test
    void noResponseIsSilenceOnAnOpenConnection() throws IOException {
        ask(Misbehaviours.noResponse());
        assertTrue(client.isSilent());
    }

    @Test
    void headersThatNeverEndFallSilentBeforeTheEmptyLine() throws IOException {
        ask(Misbehaviours.headersNeverEnd());
        assertBytes("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n");
        assertTrue(client.isSilent());
    }

    @Test
    void endlessHeadersGoOnPastAnyLimit() throws IOException {
        ask(Misbehaviours.endlessHeaders());
        String megabyte = new String(client.read(1 << 20), ISO_8859_1);
        assertEquals(-1, megabyte.indexOf("\r\n\r\n"));
        assertTrue(megabyte.contains("\r\nX-More: and more\r\nX-More: and more\r\n"), "no headers");
    }

    @Test
    void aBodyThatStallsFallsSilentAfterItsFirstHalf() throws IOException {
        assertHas(headOf(Misbehaviours.bodyStalls(BODY)), "Content-Length: 16");
        assertBytes(HALF);
        assertTrue(client.isSilent());
    }

    @Test
    void aBodyThatDripsComesWholeAndNoFasterThanItsPauses() throws IOException {
        long start = System.nanoTime();
        assertHas(headOf(Misbehaviours.bodyDrips(BODY, Duration.ofMillis(10))), "Content-Length: 16");
        assertArrayEquals(BODY, client.read(16));
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(taken.compareTo(Duration.ofMillis(15 * 10)) >= 0, "16 bytes took " + taken);
    }

    @Test
    void aDripWaitsBetweenItsBytes() throws IOException {
        headOf(Misbehaviours.bodyDrips(BODY, Duration.ofHours(1)));
        assertBytes("0");
        assertTrue(client.isSilent());
    }

    @Test
    void anEndlessBodyGoesOnWithoutAnyLength() throws IOException {
        assertHasNoLength(headOf(Misbehaviours.endlessBody()));
        assertArrayEquals(new byte[8 << 20], client.read(8 << 20));
    }

    @Test
    void anEndlessChunkedBodyIsOneChunkAfterTheOther() throws IOException {
        assertHas(headOf(Misbehaviours.endlessChunkedBody()), "Transfer-Encoding: chunked");
        for (int i = 0; i < 100; i++) {
            assertBytes("4000\r\n");
            assertArrayEquals(new byte[0x4000], client.read(0x4000));
            assertBytes("\r\n");
        }
    }

    @Test
    void aHugeContentLengthIsAnnouncedAndBodyComes() throws IOException {
        assertHas(headOf(Misbehaviours.hugeContentLength()), "Content-Length: 10737418240");
        assertArrayEquals(new byte[8 << 20], client.read(8 << 20));
    }

    @Test
    void aStatusComesWithItsHeadersAndAText() throws IOException {
        String head = headOf(Misbehaviours.status(503, "X-Why: busy"));
        assertTrue(head.startsWith("HTTP/1.1 503 Service Unavailable\r\n"), head);
        assertHas(head, "X-Why: busy", "Content-Length: 11");
        assertBytes("status 503\n");
    }

    @Test
    void retryAfterIsANumberOfSeconds() throws IOException {
        String head = headOf(Misbehaviours.retryAfterSeconds(429, 7));
        assertTrue(head.startsWith("HTTP/1.1 429 "), head);
        assertHas(head, "Retry-After: 7");
    }

    @Test
    void retryAfterIsADateWithTwoDigitsForTheDay() throws IOException {
        Instant when = Instant.parse("1994-11-06T08:49:37Z");
        assertHas(headOf(Misbehaviours.retryAfterDate(503, when)), "Retry-After: Sun, 06 Nov 1994 08:49:37 GMT");
    }

    @Test
    void statusesWithoutABodyAreTheHeadAlone() throws IOException {
        server.forId(
                1, Misbehaviours.noContent204(), Misbehaviours.notModifiedUnasked304(), Misbehaviours.emptyReply());
        for (String status : List.of("204 No Content", "304 Not Modified")) {
            client.get("/1.png");
            String head = client.readHead();
            assertTrue(head.startsWith("HTTP/1.1 " + status + "\r\n"), head);
            assertHasNoLength(head);
        }
        client.get("/1.png");
        assertTrue(client.isAtEnd());
    }

    @Test
    void partialContentIsTheFirstHalfAndSaysSo() throws IOException {
        String head = headOf(Misbehaviours.partialContent206(BODY));
        assertTrue(head.startsWith("HTTP/1.1 206 Partial Content\r\n"), head);
        assertHas(head, "Content-Range: bytes 0-7/16", "Content-Length: 8");
        assertBytes(HALF);
        assertTrue(client.isSilent());
    }

    @Test
    void aRedirectNamesItsLocationWhateverTheScheme() throws IOException {
        String head = headOf(Misbehaviours.redirectTo("file:///etc/passwd"));
        assertTrue(head.startsWith("HTTP/1.1 302 Found\r\n"), head);
        assertHas(head, "Location: file:///etc/passwd", "Content-Length: 0");
    }

    @Test
    void aRedirectLoopComesBackToTheSameAnswer() throws IOException {
        String head = headOf(Misbehaviours.redirectLoop(1));
        assertHas(head, "Location: /1.png");
        client.get("/1.png");
        assertEquals(head, client.readHead());
    }

    @Test
    void pagesAndTextsAreASuccessThatIsNoImage() throws IOException {
        server.forId(1, Misbehaviours.htmlPage(), Misbehaviours.plainText());
        client.get("/1.png");
        assertHas(client.readHead(), "Content-Type: text/html; charset=utf-8", "Content-Length: 51");
        assertTrue(new String(client.read(51), ISO_8859_1).startsWith("<!DOCTYPE html>"));
        client.get("/1.png");
        assertHas(client.readHead(), "Content-Type: text/plain", "Content-Length: 15");
        assertBytes("quota exceeded\n");
    }

    @Test
    void anEmptyBodyIsASuccessOfNoBytes() throws IOException {
        String head = headOf(Misbehaviours.emptyBody());
        assertTrue(head.startsWith("HTTP/1.1 200 OK\r\n"), head);
        assertHas(head, "Content-Type: image/png", "Content-Length: 0");
        assertTrue(client.isSilent());
    }

    @Test
    void aStaleKeepAliveIsPromisedAndThenEnded() throws IOException {
        assertHas(headOf(Misbehaviours.okThenStaleKeepAlive(BODY)), "Content-Length: 16", "Connection: keep-alive");
        assertArrayEquals(BODY, client.read(16));
        assertTrue(client.isAtEnd());
    }

    @Test
    void aConnectionDeadOnReuseIsOpenUntilItIsUsedAgain() throws IOException {
        assertHas(headOf(Misbehaviours.okThenDeadOnReuse(BODY)), "Connection: keep-alive");
        assertArrayEquals(BODY, client.read(16));
        assertTrue(client.isSilent());
        client.get("/2.png");
        assertTrue(client.isAtEnd());
        assertEquals(1, server.requests());
    }

    @Test
    void aGarbageStatusLineIsNoHttp() throws IOException {
        assertEquals("!! not a status line !!\r\n\r\n", headOf(Misbehaviours.garbageStatusLine()));
        assertTrue(client.isAtEnd());
    }

    @Test
    void hugeHeadersAreMoreThanAMegabyteBeforeACorrectBody() throws IOException {
        String head = headOf(Misbehaviours.hugeHeaders(BODY));
        assertTrue(head.length() > 1 << 20, "only " + head.length());
        assertArrayEquals(BODY, client.read(16));
    }

    @Test
    void aMisbehaviourMustSayHowItEnds() {
        Step send = new Step.Send(BODY);
        assertThrows(IllegalArgumentException.class, () -> Misbehaviour.of("never ends", send));
        assertThrows(IllegalArgumentException.class, () -> Misbehaviour.of("goes on", new Step.Close(), send));
        assertThrows(
                IllegalArgumentException.class,
                () -> Misbehaviour.of("ends twice", new Step.KeepAlive(), new Step.Close()));
    }

    private void ask(Misbehaviour answer) throws IOException {
        server.forId(1, answer);
        client.get("/1.png");
    }

    private String headOf(Misbehaviour answer) throws IOException {
        ask(answer);
        return client.readHead();
    }

    private void assertBytes(String expected) throws IOException {
        assertEquals(expected, new String(client.read(expected.length()), ISO_8859_1));
    }

    private static void assertHas(String head, String... lines) {
        for (String line : lines) {
            assertTrue(head.contains("\r\n" + line + "\r\n"), () -> "no '" + line + "' in " + head);
        }
    }

    private static void assertHasNoLength(String head) {
        assertEquals(-1, head.indexOf("Content-Length"), head);
        assertEquals(-1, head.indexOf("Transfer-Encoding"), head);
    }
}
