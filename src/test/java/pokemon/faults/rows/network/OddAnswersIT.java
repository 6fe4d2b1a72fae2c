package pokemon.faults.rows.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import pokemon.faults.Misbehaviours;
import pokemon.faults.RequestSeen;
import pokemon.faults.rows.Row;
import pokemon.faults.rows.RowTest;
import pokemon.faults.rows.ThreadsAndProcesses;
import pokemon.launch.Run;
import pokemon.launch.Tool;
import pokemon.png.TestImages;
import pokemon.schedule.run.WorkerKind;

/** Answers against the standards, many of which browsers accept. */
final class OddAnswersIT extends RowTest {
    private List<String> targets(int id) {
        return server.requestsSeen().stream()
                .filter(request -> request.id().orElse(0) == id)
                .map(RequestSeen::target)
                .toList();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(coded)) {
            out.write(bytes);
        }
        return coded.toByteArray();
    }

    @Row(59)
    @ThreadsAndProcesses
    void redirectsAreReadAsBrowsersReadThem(WorkerKind kind) throws IOException {
        Map<String, String> locations = Map.of(
                "?check=1", "?check=1",
                "/img/Mr. Mime/", "/img/Mr.%20Mime/",
                "/img/a|b[1]/", "/img/a%7Cb%5B1%5D/",
                "/img/100%/", "/img/100%25/",
                "/img/Pok\u00c3\u00a9mon/", "/img/Pok%C3%A9mon/",
                "/../../img/./x/../", "/img/",
                "\\img\\", "/img/");
        int id = 0;
        for (Map.Entry<String, String> each : locations.entrySet()) {
            id++;
            String name = each.getKey().startsWith("?") ? "" : "%03d.png".formatted(id);
            server.forId(id, Misbehaviours.redirectTo(each.getKey() + name), Misbehaviours.ok(png(id)));
        }
        tool(kind).ids(1, id).run().assertExit(0).assertSaved(1, 2, 3, 4, 5, 6, 7);
        id = 0;
        for (String target : locations.values()) {
            id++;
            String name = "%03d.png".formatted(id);
            assertEquals(
                    target.startsWith("?") ? "/" + name + target : target + name,
                    targets(id).get(1));
        }
    }

    @Row(59)
    @ThreadsAndProcesses
    void aCookieOfARedirectIsSentAlong(WorkerKind kind) throws IOException {
        String[] gate = {"Location: /001.png", "Set-Cookie: gate=open; Path=/"};
        server.forId(1, Misbehaviours.status(302, gate), Misbehaviours.ok(png(1)));
        server.forId(2, Misbehaviours.ok(png(2)));
        tool(kind).ids(1, 2).workers(1).run().assertExit(0);
        List<String> cookies = server.requestsSeen().stream()
                .map(request -> request.header("Cookie"))
                .toList();
        assertEquals(List.of("", "gate=open", ""), cookies);
    }

    @Row(59)
    @ThreadsAndProcesses
    void cookiesAreReadAsBrowsersReadThem(WorkerKind kind) throws Exception {
        List<String> set = List.of(
                "gate=open; Max-Age=60; Path=/",
                "gate=open; Version=1; Domain=127.0.0.1",
                "gate=a,b; max-age=9; Path=foo",
                "gate=\"a b\"; Expires=Mon, 21-Oct-2199 07:28:00 GMT; HttpOnly",
                "none\r\nSet-Cookie: =;;;\r\nSet-Cookie: gate=open; SameSite=Lax");
        for (int id = 1; id <= set.size(); id++) {
            String[] gate = {"Location: ?seen", "Set-Cookie: " + set.get(id - 1)};
            server.forId(id, Misbehaviours.status(302, gate), Misbehaviours.ok(png(id)));
        }
        Run run = launch(tool(kind).ids(1, set.size()).workers(1)).assertExit(0);
        List<String> cookies = server.requestsSeen().stream()
                .filter(request -> request.target().endsWith("?seen"))
                .map(request -> request.header("Cookie"))
                .toList();
        assertEquals(List.of("gate=open", "gate=open", "gate=a,b", "gate=\"a b\"", "gate=open"), cookies);
        assertTrue(run.err().stream().noneMatch(line -> line.contains("ookie")), run.err()::toString);
    }

    @Row(59)
    @ThreadsAndProcesses
    void theMessageNamesWhatIsWrongWithARedirect(WorkerKind kind) throws IOException {
        server.forId(1, Misbehaviours.redirectTo("ftp://127.0.0.1/1.png"));
        server.forId(2, Misbehaviours.redirectTo("http://img_mirror/2.png"));
        server.forId(3, Misbehaviours.redirectTo("http://127.0.0.1:99999/"));
        server.forId(4, Misbehaviours.redirectTo("http://a b/"));
        server.forId(5, Misbehaviours.redirectTo("ftp://" + "x".repeat(50_000)));
        server.forId(6, Misbehaviours.redirectTo(""));
        serve(7, 7);
        Run run = tool(kind).ids(1, 7).run().assertExit(1).assertSaved(7);
        run.assertFailed(1, 1, "a redirect to ftp://127.0.0.1/1.png is not followed: only http and https are");
        run.assertFailed(2, 1, "an underscore, which Java's HTTP client does not take");
        run.assertFailed(3, 1, "there is no port above 65535");
        run.assertFailed(4, 1, "a redirect to http://a b/ is not followed: illegal character in authority");
        run.assertFailed(5, 1, "x... is not followed");
        run.assertFailed(6, 1, "the server answered 302, a redirect without a Location");
        assertTrue(run.id(5).get("error").asText().length() < 400, run.id(5).toString());
    }

    @Row(60)
    @ThreadsAndProcesses
    void unrequestedGzipIsUndone(WorkerKind kind) throws IOException {
        server.forId(1, Misbehaviours.okWith(gzip(png(1)), "Content-Encoding: gzip"));
        server.forId(2, Misbehaviours.okWith(gzip(gzip(png(2))), "Content-Encoding: gzip, X-GZip"));
        // Announced, but not done.
        server.forId(3, Misbehaviours.okWith(png(3), "Content-Encoding: gzip"));
        server.forId(4, Misbehaviours.okWith(png(4), "Content-Encoding: identity"));
        tool(kind).ids(1, 4).run().assertExit(0).assertSaved(1, 2, 3, 4);
    }

    @Row(60)
    @ThreadsAndProcesses
    void codingsThatCannotBeUndoneAreNamed(WorkerKind kind) throws IOException {
        byte[] whole = gzip(png(1));
        server.forId(1, Misbehaviours.okWith(Arrays.copyOf(whole, whole.length - 9), "Content-Encoding: gzip"));
        server.forId(2, Misbehaviours.okWith(gzip(new byte[3_000_000]), "Content-Encoding: gzip"));
        server.forId(3, Misbehaviours.okWith(png(3), "Content-Encoding: br"));
        serve(4, 4);
        Run run = tool(kind).ids(1, 4).with("--max-bytes=2000000").run().assertExit(1);
        run.assertSaved(4);
        run.assertFailed(1, 2, "the gzip coding of the answer is damaged; it came damaged twice");
        run.assertFailed(2, 1, "the body is larger than the limit of");
        run.assertFailed(3, 1, "the server sent the content coding br, which cannot be decoded");
    }

    @Row(71)
    @ThreadsAndProcesses
    void aBodyOfTwoLengthsIsNamed(WorkerKind kind) throws IOException {
        int length = png(1).length;
        server.forId(1, Misbehaviours.okWith(new byte[length], "Transfer-Encoding: chunked"));
        server.forId(2, Misbehaviours.okWith(png(2), "Transfer-Encoding: gzip, Chunked"));
        serve(3, 3);
        Run run = tool(kind).ids(1, 3).run().assertExit(1).assertSaved(3);
        for (int id = 1; id <= 2; id++) {
            run.assertFailed(id, 1, "the server sent both Transfer-Encoding: chunked and Content-Length");
        }
    }

    @Row(69)
    @ThreadsAndProcesses
    void unneededProxiesAreIgnored(WorkerKind kind) throws Exception {
        serve(1, 2);
        Tool tool = tool(kind)
                .ids(1, 2)
                .environment("https_proxy", "socks5://127.0.0.1:1")
                .environment("all_proxy", "socks://127.0.0.1:1/")
                .environment("no_proxy", "127.0.0.0/8");
        launch(tool).assertExit(0).assertSaved(1, 2);
    }

    @Row(69)
    @ThreadsAndProcesses
    void anUnusableProxyIsNamedBeforeTheRunOrAtTheRedirectToIt(WorkerKind kind) throws Exception {
        server.forId(1, Misbehaviours.redirectTo("https://images.invalid/1.png"));
        serve(2, 2);
        launch(tool(kind).ids(1, 2).environment("https_proxy", "socks5://127.0.0.1:1"))
                .assertExit(1)
                .assertSaved(2)
                .assertFailed(1, 1, "https_proxy names a socks5 proxy; only http proxies are supported");
        launch(tool(kind)
                        .reportingTo(scratch.resolve("none.json"))
                        .into(scratch.resolve("none"))
                        .environment("http_proxy", "http://img_proxy:1"))
                .assertExit(2)
                .assertSays(
                        "http_proxy is not the address of a proxy: the host name in 'img_proxy:1' has an underscore");
    }

    @Row(61)
    @ThreadsAndProcesses
    void aHeaderThatCannotBeReadIsNamed(WorkerKind kind) throws IOException {
        server.forId(1, Misbehaviours.okWith(png(1), "X Odd: 1"));
        server.forId(2, Misbehaviours.okWith(png(2), "Set-Cookie: a=\u0001\u001b[31m"));
        serve(3, 3);
        Run run = tool(kind).ids(1, 3).run().assertExit(1).assertSaved(3);
        run.assertFailed(1, 1, "the server sent a header that HTTP does not allow (RFC 9112, 5): name \"X Odd\"");
        run.assertFailed(2, 1, "Set-Cookie: a=\\x01\\x1b[31m");
        assertFalse(String.join("\n", run.err()).contains("\u001b"), () -> String.join("\n", run.err()));
    }

    @Row(61)
    @ThreadsAndProcesses
    void aLengthThatIsNoNumberIsNamed(WorkerKind kind) throws IOException {
        List<String> lengths = List.of("soon", "7, 7", "99999999999999999999", "");
        for (int id = 1; id <= lengths.size(); id++) {
            server.forId(
                    id, Misbehaviours.raw("HTTP/1.1 200 OK\r\nContent-Length: " + lengths.get(id - 1) + "\r\n\r\n"));
        }
        serve(5, 5);
        Run run = tool(kind).ids(1, 5).run().assertExit(1).assertSaved(5);
        for (int id = 1; id <= lengths.size(); id++) {
            String message = "the server sent a Content-Length that is no number (RFC 9112, 6.3): \"%s\"";
            run.assertFailed(id, 1, message.formatted(lengths.get(id - 1)));
        }
    }

    /** Returns an image with a wrong checksum in the chunk after its header, and a byte after its end. */
    private static byte[] withHarmlessFaults(int id) {
        byte[] png = png(id);
        byte[] text = TestImages.chunk("tEXt", (byte) 1);
        text[text.length - 1] ^= 1;
        return TestImages.join(
                List.of(Arrays.copyOf(png, 33), text, Arrays.copyOfRange(png, 33, png.length), new byte[] {'\n'}));
    }

    @Row(63)
    @ThreadsAndProcesses
    void faultsThatCannotReachThePixelsAreForgivenAndCounted(WorkerKind kind) throws IOException {
        server.forId(1, Misbehaviours.ok(withHarmlessFaults(1)));
        serve(2, 2);
        Run run = tool(kind).ids(1, 2).with("-v").run().assertExit(0).assertSaved(1, 2);
        String faults = "chunk tEXt at byte 33 has a wrong checksum; the image is followed by 1 more byte";
        assertEquals(faults, run.id(1).get("forgiven").asText());
        assertTrue(run.id(2).get("forgiven").isNull(), run.id(2).toString());
        assertEquals(1, run.total("forgiven"));
        run.assertSays("Saved 001.png (forgiven: " + faults + ")");
        run.assertSays("faults that cannot reach the pixels were left out of 1 image;");
    }

    @Row(63)
    @ThreadsAndProcesses
    void strictChecksRefuseThem(WorkerKind kind) throws IOException {
        server.forId(1, Misbehaviours.ok(withHarmlessFaults(1)));
        serve(2, 2);
        Run run =
                tool(kind).ids(1, 2).with("--checks=strict").run().assertExit(1).assertSaved(2);
        run.assertFailed(1, 2, "chunk tEXt at byte 33 has a wrong checksum; it came damaged twice");
    }

    @Row(62)
    @ThreadsAndProcesses
    void aMissingProxyLoginIsNotTakenForABadCertificate(WorkerKind kind) throws Exception {
        server.always(Misbehaviours.status(407, "Proxy-Authenticate: Basic realm=\"test\""));
        Tool tool = tool(kind)
                .ids(1, 3)
                .from("http://images.invalid/")
                .environment("http_proxy", server.baseUri().toString())
                .environment("no_proxy", "");
        String said = launch(tool)
                .assertExit(3)
                .assertSays("the proxy wants a login (status 407). Put it into the proxy variable");
        assertFalse(said.contains("--ca-certificate"), said);
    }

    @Row(62)
    @ThreadsAndProcesses
    void aProxyThatOpensNoTunnelIsNamedWithItsStatus(WorkerKind kind) throws Exception {
        server.forConnect(Misbehaviours.status(403));
        Tool tool = tool(kind)
                .ids(1, 3)
                .from("https://images.invalid/")
                .environment("https_proxy", server.baseUri().toString())
                .environment("no_proxy", "");
        launch(tool)
                .assertExit(3)
                .assertSays("the proxy 127.0.0.1:" + server.port()
                        + " opens no tunnel to images.invalid (status 403). Check the network, the proxy variables");
    }
}
