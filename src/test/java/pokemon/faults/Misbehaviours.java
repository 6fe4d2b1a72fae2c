package pokemon.faults;

import static pokemon.faults.HttpBytes.ascii;
import static pokemon.faults.HttpBytes.chunk;
import static pokemon.faults.HttpBytes.chunkSize;
import static pokemon.faults.HttpBytes.firstHalf;
import static pokemon.faults.HttpBytes.head;
import static pokemon.faults.HttpBytes.join;
import static pokemon.faults.HttpBytes.secondHalf;
import static pokemon.faults.HttpBytes.unfinishedHead;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/** The catalogue of answers, the correct ones included; each name says what is on the wire. */
public final class Misbehaviours {
    private static final String PNG = "Content-Type: image/png";
    private static final String KEEP_ALIVE = "Connection: keep-alive";
    private static final String CLOSE = "Connection: close";
    private static final String CHUNKED = "Transfer-Encoding: chunked";

    /** The date form that RFC 9110 section 5.6.7 asks senders for; the JDK's RFC_1123 form drops the day's zero. */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private Misbehaviours() {}

    /** A correct PNG response that keeps the connection. */
    public static Misbehaviour ok(byte[] body) {
        return image(body, "image/png");
    }

    /** A correct response with these bytes, whatever they are, under the given content type. */
    public static Misbehaviour image(byte[] bytes, String contentType) {
        return complete("image " + contentType, 200, bytes, "Content-Type: " + contentType);
    }

    /** A correct response in two chunks. */
    public static Misbehaviour chunked(byte[] body) {
        byte[] chunks = join(chunk(firstHalf(body)), chunk(secondHalf(body)), chunk(new byte[0]));
        return Misbehaviour.of("chunked", send(head(200, PNG, CHUNKED, KEEP_ALIVE), chunks), new Step.KeepAlive());
    }

    /** A correct response whose end is the end of the connection. */
    public static Misbehaviour closeDelimited(byte[] body) {
        return Misbehaviour.of("closeDelimited", send(head(200, PNG, CLOSE), body), new Step.Close());
    }

    /** The connection ends one byte before the announced length. */
    public static Misbehaviour contentLengthLongerThanBody(byte[] body) {
        return Misbehaviour.of(
                "contentLengthLongerThanBody", send(head(200, PNG, length(body.length + 1L)), body), new Step.Close());
    }

    /** One byte more is sent than announced, so that a client that believes the length loses the last byte. */
    public static Misbehaviour contentLengthShorterThanBody(byte[] body) {
        return Misbehaviour.of(
                "contentLengthShorterThanBody", send(head(200, PNG, length(body.length - 1L)), body), new Step.Close());
    }

    /** Only the first half of the body, with no length that would give it away. */
    public static Misbehaviour closeDelimitedBodyCutShort(byte[] body) {
        return Misbehaviour.of(
                "closeDelimitedBodyCutShort", send(head(200, PNG, CLOSE), firstHalf(body)), new Step.Close());
    }

    /** The connection ends in the middle of a chunk. */
    public static Misbehaviour chunkedBodyCutShort(byte[] body) {
        return Misbehaviour.of(
                "chunkedBodyCutShort",
                send(head(200, PNG, CHUNKED), chunkSize(body.length), firstHalf(body)),
                new Step.Close());
    }

    /** The connection ends in order without a byte. */
    public static Misbehaviour emptyReply() {
        return Misbehaviour.of("emptyReply", new Step.Close());
    }

    /** The connection is reset without a byte. */
    public static Misbehaviour resetBeforeResponse() {
        return Misbehaviour.of("resetBeforeResponse", new Step.Reset());
    }

    /** The connection is reset after half of the body. */
    public static Misbehaviour resetInBody(byte[] body) {
        return Misbehaviour.of("resetInBody", half(body), new Step.Reset());
    }

    /** The request is read, and nothing ever comes. */
    public static Misbehaviour noResponse() {
        return Misbehaviour.of("noResponse", new Step.Stall());
    }

    /** A status line and a header, and never the empty line after them. */
    public static Misbehaviour headersNeverEnd() {
        return Misbehaviour.of("headersNeverEnd", send(unfinishedHead(200, PNG)), new Step.Stall());
    }

    /** Header lines without end, as fast as the client takes them. */
    public static Misbehaviour endlessHeaders() {
        return Misbehaviour.of(
                "endlessHeaders",
                send(unfinishedHead(200, PNG)),
                new Step.SendForever(ascii("X-More: and more\r\n".repeat(500))));
    }

    /** Half of the body, then silence. */
    public static Misbehaviour bodyStalls(byte[] body) {
        return Misbehaviour.of("bodyStalls", half(body), new Step.Stall());
    }

    /** The whole body, byte by byte with the given pause between them. */
    public static Misbehaviour bodyDrips(byte[] body, Duration between) {
        return Misbehaviour.of(
                "bodyDrips",
                send(head(200, PNG, length(body.length), KEEP_ALIVE)),
                new Step.Drip(body, between),
                new Step.KeepAlive());
    }

    /** Zeros without end and without an announced length. */
    public static Misbehaviour endlessBody() {
        return Misbehaviour.of("endlessBody", send(head(200, PNG, CLOSE)), new Step.SendForever(new byte[16 * 1024]));
    }

    /** Chunks of zeros without end. */
    public static Misbehaviour endlessChunkedBody() {
        return Misbehaviour.of(
                "endlessChunkedBody", send(head(200, PNG, CHUNKED)), new Step.SendForever(chunk(new byte[16 * 1024])));
    }

    /** A body announced as 10 GiB, of which as much comes as the client takes. */
    public static Misbehaviour hugeContentLength() {
        return Misbehaviour.of(
                "hugeContentLength",
                send(head(200, PNG, length(10L << 30))),
                new Step.SendForever(new byte[16 * 1024]));
    }

    /** Any status, with extra headers written {@code "Name: value"} and a short text as body. */
    public static Misbehaviour status(int status, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Content-Type: text/plain";
        return complete("status " + status, status, ascii("status " + status + "\n"), all);
    }

    /** A status with {@code Retry-After} in seconds. */
    public static Misbehaviour retryAfterSeconds(int status, long seconds) {
        return status(status, "Retry-After: " + seconds);
    }

    /** A status with {@code Retry-After} as a date, which has no parts of seconds. */
    public static Misbehaviour retryAfterDate(int status, Instant when) {
        return status(status, "Retry-After: " + HTTP_DATE.format(when));
    }

    /** A status whose error page stops after its beginning, with extra headers. */
    public static Misbehaviour errorPageStalls(int status, String... headers) {
        return Misbehaviour.of("errorPageStalls " + status, errorPage(status, headers), new Step.Stall());
    }

    /** A status whose error page comes byte by byte for ever, with extra headers. */
    public static Misbehaviour errorPageDrips(int status, String... headers) {
        return Misbehaviour.of(
                "errorPageDrips " + status,
                errorPage(status, headers),
                new Step.Drip(new byte[10_000], Duration.ofMillis(100)),
                new Step.Close());
    }

    /** A status whose error page never ends, with extra headers. */
    public static Misbehaviour errorPageIsEndless(int status, String... headers) {
        return Misbehaviour.of(
                "errorPageIsEndless " + status, errorPage(status, headers), new Step.SendForever(new byte[16 * 1024]));
    }

    /** A status whose error page has a size, with extra headers. */
    public static Misbehaviour errorPage(int bytes, int status, String... headers) {
        return complete("errorPage " + status, status, new byte[bytes], headers);
    }

    private static Step errorPage(int status, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = CLOSE;
        return send(head(status, all), ascii("<html>"));
    }

    /** 204, a success without a body. */
    public static Misbehaviour noContent204() {
        return Misbehaviour.of("noContent204", send(head(204, KEEP_ALIVE)), new Step.KeepAlive());
    }

    /** 206 with the first half of the body, though no range was asked for. */
    public static Misbehaviour partialContent206(byte[] body) {
        byte[] part = firstHalf(body);
        return complete(
                "partialContent206", 206, part, PNG, "Content-Range: bytes 0-" + (part.length - 1) + "/" + body.length);
    }

    /** 304, though nothing was said about a copy the client has. */
    public static Misbehaviour notModifiedUnasked304() {
        return Misbehaviour.of("notModifiedUnasked304", send(head(304, KEEP_ALIVE)), new Step.KeepAlive());
    }

    /** 302 to the given location, absolute or relative, of any scheme. */
    public static Misbehaviour redirectTo(String location) {
        return complete("redirectTo " + location, 302, new byte[0], "Location: " + location);
    }

    /** 302 that sets a cookie, as a gate for browsers does. */
    public static Misbehaviour redirectWithCookie(String location, String cookie) {
        return complete("redirectWithCookie", 302, new byte[0], "Location: " + location, "Set-Cookie: " + cookie);
    }

    /** A correct response with further headers, right or wrong as told. */
    public static Misbehaviour okWith(byte[] body, String... headers) {
        return complete("okWith " + String.join(", ", headers), 200, body, headers);
    }

    /** 302 to the image of the same id, to be scripted for that id: it never gets anywhere. */
    public static Misbehaviour redirectLoop(int id) {
        return redirectTo("/" + id + ".png");
    }

    /** A web page with status 200. */
    public static Misbehaviour htmlPage() {
        return image(ascii("<!DOCTYPE html><html><title>Sign in</title></html>\n"), "text/html; charset=utf-8");
    }

    /** A line of text with status 200. */
    public static Misbehaviour plainText() {
        return image(ascii("quota exceeded\n"), "text/plain");
    }

    /** An image of no bytes with status 200. */
    public static Misbehaviour emptyBody() {
        return ok(new byte[0]);
    }

    /** A correct response that promises to keep the connection and ends it at once. */
    public static Misbehaviour okThenStaleKeepAlive(byte[] body) {
        return Misbehaviour.of("okThenStaleKeepAlive", completeBytes(200, body, PNG), new Step.Close());
    }

    /**
     * A correct response that keeps the connection, which ends as soon as it is used again: the race between a client's
     * reuse and a server's timeout, made certain. The request lost that way is not counted.
     */
    public static Misbehaviour okThenDeadOnReuse(byte[] body) {
        return Misbehaviour.of(
                "okThenDeadOnReuse", completeBytes(200, body, PNG), new Step.DropNextRequest(), new Step.Close());
    }

    /** Bytes that are no HTTP. */
    public static Misbehaviour garbageStatusLine() {
        return Misbehaviour.of("garbageStatusLine", send(ascii("!! not a status line !!\r\n\r\n")), new Step.Close());
    }

    /** An answer as a test writes it, one byte for each character, and then the end of the connection. */
    public static Misbehaviour raw(String answer) {
        return Misbehaviour.of("raw", send(answer.getBytes(StandardCharsets.ISO_8859_1)), new Step.Close());
    }

    /** A correct response with 1 MiB of headers before the body. */
    public static Misbehaviour hugeHeaders(byte[] body) {
        String[] headers = new String[1024];
        Arrays.setAll(headers, i -> "X-Filler-" + i + ": " + "x".repeat(1024));
        return complete("hugeHeaders", 200, body, headers);
    }

    /** Grants a {@code CONNECT} and carries its bytes to a port of this machine, whatever host was asked for. */
    public static Misbehaviour tunnelTo(int loopbackPort) {
        return Misbehaviour.of("tunnelTo " + loopbackPort, send(head(200)), new Step.Tunnel(loopbackPort));
    }

    private static Misbehaviour complete(String name, int status, byte[] body, String... headers) {
        return Misbehaviour.of(name, completeBytes(status, body, headers), new Step.KeepAlive());
    }

    private static Step completeBytes(int status, byte[] body, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = length(body.length);
        all[headers.length + 1] = KEEP_ALIVE;
        return send(head(status, all), body);
    }

    private static Step half(byte[] body) {
        return send(head(200, PNG, length(body.length)), firstHalf(body));
    }

    /** Sends all parts in one write, so that a reset or close cannot come between them. */
    private static Step send(byte[]... parts) {
        return new Step.Send(join(parts));
    }

    private static String length(long bytes) {
        return "Content-Length: " + bytes;
    }
}
