package pokemon.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** The catalogue of answers, the correct ones included; each name says what is on the wire. */
public final class Misbehaviours {
    private static final String PNG = "Content-Type: image/png";
    private static final String KEEP_ALIVE = "Connection: keep-alive";
    private static final String CLOSE = "Connection: close";
    private static final String CHUNKED = "Transfer-Encoding: chunked";
    private static final byte[] ZEROS = new byte[16 * 1024];

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
        return okWith(bytes, "Content-Type: " + contentType);
    }

    /** A correct response with further headers, right or wrong as told. */
    public static Misbehaviour okWith(byte[] body, String... headers) {
        return complete(200, body, headers);
    }

    /** A correct response in two chunks. */
    public static Misbehaviour chunked(byte[] body) {
        byte[] chunks = join(chunk(firstHalf(body)), chunk(secondHalf(body)), chunk(new byte[0]));
        return connection ->
                connection.send(head(200, PNG, CHUNKED, KEEP_ALIVE), chunks).keepAlive();
    }

    /** A correct response whose end is the end of the connection. */
    public static Misbehaviour closeDelimited(byte[] body) {
        return connection -> connection.send(head(200, PNG, CLOSE), body).close();
    }

    /** The same, and the connection stays half open until the client ends it, too. */
    public static Misbehaviour closeDelimitedUntilClientCloses(byte[] body) {
        return connection -> connection.send(head(200, PNG, CLOSE), body).closeAfterClient();
    }

    /** The connection ends one byte before the announced length. */
    public static Misbehaviour contentLengthLongerThanBody(byte[] body) {
        return connection ->
                connection.send(head(200, PNG, length(body.length + 1L)), body).close();
    }

    /** One byte more is sent than announced, so that a client that believes the length loses the last byte. */
    public static Misbehaviour contentLengthShorterThanBody(byte[] body) {
        return connection ->
                connection.send(head(200, PNG, length(body.length - 1L)), body).close();
    }

    /** Only the first half of the body, without a length that would reveal it. */
    public static Misbehaviour closeDelimitedBodyCutShort(byte[] body) {
        return closeDelimited(firstHalf(body));
    }

    /** The connection ends in the middle of a chunk. */
    public static Misbehaviour chunkedBodyCutShort(byte[] body) {
        return connection -> connection
                .send(head(200, PNG, CHUNKED), chunkSize(body.length), firstHalf(body))
                .close();
    }

    /** The connection ends in order without a byte. */
    public static Misbehaviour emptyReply() {
        return Connection::close;
    }

    /** The connection is reset without a byte. */
    public static Misbehaviour resetBeforeResponse() {
        return Connection::reset;
    }

    /** The connection is reset after half of the body. */
    public static Misbehaviour resetInBody(byte[] body) {
        return connection -> sendHalf(connection, body).reset();
    }

    /** The request is read, and nothing ever comes. */
    public static Misbehaviour noResponse() {
        return Connection::stall;
    }

    /** A status line and a header, and never the empty line after them. */
    public static Misbehaviour headersNeverEnd() {
        return connection -> connection.send(unfinishedHead(200, PNG)).stall();
    }

    /** Half of the body, then silence. */
    public static Misbehaviour bodyStalls(byte[] body) {
        return connection -> sendHalf(connection, body).stall();
    }

    /** The whole body, byte by byte with the given pause between them. */
    public static Misbehaviour bodyDrips(byte[] body, Duration between) {
        return connection -> connection
                .send(head(200, PNG, length(body.length), KEEP_ALIVE))
                .drip(body, between)
                .keepAlive();
    }

    /** Zeros without end and without an announced length. */
    public static Misbehaviour endlessBody() {
        return connection -> connection.send(head(200, PNG, CLOSE)).sendForever(ZEROS);
    }

    /** Chunks of zeros without end. */
    public static Misbehaviour endlessChunkedBody() {
        return connection -> connection.send(head(200, PNG, CHUNKED)).sendForever(chunk(ZEROS));
    }

    /** A body announced as 10 GiB, of which as much comes as the client takes. */
    public static Misbehaviour hugeContentLength() {
        return connection -> connection.send(head(200, PNG, length(10L << 30))).sendForever(ZEROS);
    }

    /** Any status, with extra headers written {@code "Name: value"} and a short text as body. */
    public static Misbehaviour status(int status, String... headers) {
        return complete(status, ascii("status " + status + "\n"), with(headers, "Content-Type: text/plain"));
    }

    /** A status with {@code Retry-After} in seconds. */
    public static Misbehaviour retryAfterSeconds(int status, long seconds) {
        return status(status, "Retry-After: " + seconds);
    }

    /** A status with {@code Retry-After} as a date, in whole seconds. */
    public static Misbehaviour retryAfterDate(int status, Instant when) {
        return status(status, "Retry-After: " + HTTP_DATE.format(when));
    }

    /** A status whose error page stops after its beginning, with extra headers. */
    public static Misbehaviour errorPageStalls(int status, String... headers) {
        return connection -> beginErrorPage(connection, status, headers).stall();
    }

    /** A status whose error page comes byte by byte for ever, with extra headers. */
    public static Misbehaviour errorPageDrips(int status, String... headers) {
        return connection -> beginErrorPage(connection, status, headers)
                .drip(new byte[10_000], Duration.ofMillis(100))
                .close();
    }

    /** A status whose error page never ends, with extra headers. */
    public static Misbehaviour errorPageIsEndless(int status, String... headers) {
        return connection -> beginErrorPage(connection, status, headers).sendForever(ZEROS);
    }

    /** A status whose error page has a size, with extra headers. */
    public static Misbehaviour errorPage(int bytes, int status, String... headers) {
        return complete(status, new byte[bytes], headers);
    }

    /** 204, a success without a body. */
    public static Misbehaviour noContent204() {
        return connection -> connection.send(head(204, KEEP_ALIVE)).keepAlive();
    }

    /** 206 with the first half of the body, though no range was asked for. */
    public static Misbehaviour partialContent206(byte[] body) {
        byte[] part = firstHalf(body);
        return complete(206, part, PNG, "Content-Range: bytes 0-" + (part.length - 1) + "/" + body.length);
    }

    /** 304, though the client named no copy of its own. */
    public static Misbehaviour notModifiedUnasked304() {
        return connection -> connection.send(head(304, KEEP_ALIVE)).keepAlive();
    }

    /** 302 to the given location, absolute or relative, of any scheme. */
    public static Misbehaviour redirectTo(String location) {
        return complete(302, new byte[0], "Location: " + location);
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
        return connection -> {
            ok(body).answer(connection);
            return connection.close();
        };
    }

    /**
     * A correct response on a connection that ends as soon as it is used again: the race between a client's reuse and a
     * server's timeout, made certain. The request lost that way is not counted.
     */
    public static Misbehaviour okThenDeadOnReuse(byte[] body) {
        return connection -> {
            ok(body).answer(connection);
            connection.readRequest();
            return connection.close();
        };
    }

    /** Bytes that are no HTTP. */
    public static Misbehaviour garbageStatusLine() {
        return raw("!! not a status line !!\r\n\r\n");
    }

    /** An answer as a test writes it, one byte for each character, and then the end of the connection. */
    public static Misbehaviour raw(String answer) {
        return connection -> connection.send(ascii(answer)).close();
    }

    /** Grants a {@code CONNECT} and carries its bytes to a port of this machine, whatever host was asked for. */
    public static Misbehaviour tunnelTo(int loopbackPort) {
        return connection -> connection.send(head(200)).tunnelTo(loopbackPort);
    }

    private static Misbehaviour complete(int status, byte[] body, String... headers) {
        String[] all = with(headers, length(body.length), KEEP_ALIVE);
        return connection -> connection.send(head(status, all), body).keepAlive();
    }

    private static Connection sendHalf(Connection connection, byte[] body) throws IOException {
        return connection.send(head(200, PNG, length(body.length)), firstHalf(body));
    }

    private static Connection beginErrorPage(Connection connection, int status, String... headers) throws IOException {
        return connection.send(head(status, with(headers, CLOSE)), ascii("<html>"));
    }

    private static String[] with(String[] headers, String... more) {
        return Stream.of(headers, more).flatMap(Arrays::stream).toArray(String[]::new);
    }

    private static String length(long bytes) {
        return "Content-Length: " + bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(ISO_8859_1);
    }

    /** Returns the status line and the headers, each {@code "Name: value"}, without the empty line that ends them. */
    private static byte[] unfinishedHead(int status, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Test\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return ascii(head.toString());
    }

    private static byte[] head(int status, String... headers) {
        return join(unfinishedHead(status, headers), ascii("\r\n"));
    }

    /** Returns one chunk in the chunked transfer coding (RFC 9112 section 7.1). */
    private static byte[] chunk(byte[] data) {
        return join(chunkSize(data.length), data, ascii("\r\n"));
    }

    private static byte[] chunkSize(int size) {
        return ascii(Integer.toHexString(size) + "\r\n");
    }

    private static byte[] firstHalf(byte[] body) {
        return Arrays.copyOf(body, body.length / 2);
    }

    private static byte[] secondHalf(byte[] body) {
        return Arrays.copyOfRange(body, body.length / 2, body.length);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
