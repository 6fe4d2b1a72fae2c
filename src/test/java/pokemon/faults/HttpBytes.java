package pokemon.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;

/** Writes HTTP/1.1 messages as bytes, right or wrong as told. */
final class HttpBytes {
    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(204, "No Content"),
            Map.entry(206, "Partial Content"),
            Map.entry(301, "Moved Permanently"),
            Map.entry(302, "Found"),
            Map.entry(304, "Not Modified"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(407, "Proxy Authentication Required"),
            Map.entry(408, "Request Timeout"),
            Map.entry(410, "Gone"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    private HttpBytes() {}

    static byte[] ascii(String text) {
        return text.getBytes(ISO_8859_1);
    }

    /** Returns the status line and the headers, each {@code "Name: value"}, without the empty line that ends them. */
    static byte[] unfinishedHead(int status, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(' ');
        head.append(REASONS.getOrDefault(status, "Unnamed")).append("\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return ascii(head.toString());
    }

    static byte[] head(int status, String... headers) {
        return join(unfinishedHead(status, headers), ascii("\r\n"));
    }

    /** Returns one chunk in the chunked transfer coding (RFC 9112 section 7.1). */
    static byte[] chunk(byte[] data) {
        return join(chunkSize(data.length), data, ascii("\r\n"));
    }

    static byte[] chunkSize(int size) {
        return ascii(Integer.toHexString(size) + "\r\n");
    }

    static byte[] firstHalf(byte[] body) {
        if (body.length < 2) {
            throw new IllegalArgumentException("a body of " + body.length + " bytes has no two halves");
        }
        return Arrays.copyOf(body, body.length / 2);
    }

    static byte[] secondHalf(byte[] body) {
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
