package pokemon.mirror.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pokemon.mirror.contract.Fault;

/**
 * A response, and the fault to apply while it is sent, if any.
 *
 * @param status the status code
 * @param fields the fields, without those of every response
 * @param parts the content
 * @param fault the fault; the sender applies those of the connection, the others are part of the response already
 * @param cut the share of the content, 0 to 1, after which a fault of the connection applies; nothing for one before
 *     the head
 */
record Response(
        int status, Map<String, String> fields, List<byte[]> parts, Optional<Fault> fault, Optional<Double> cut) {
    private static final Map<Integer, String> REASONS = Map.of(
            200, "OK",
            304, "Not Modified",
            400, "Bad Request",
            404, "Not Found",
            405, "Method Not Allowed",
            421, "Misdirected Request",
            429, "Too Many Requests",
            431, "Request Header Fields Too Large",
            500, "Internal Server Error",
            503, "Service Unavailable");

    static Response of(int status, String type, List<byte[]> parts) {
        return new Response(status, Map.of("Content-Type", type), parts, Optional.empty(), Optional.empty());
    }

    /** Returns a response of one line of text. */
    static Response text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", List.of((text + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns a response whose content is its status. */
    static Response plain(int status) {
        return text(status, status + " " + REASONS.get(status));
    }

    /** Returns the response to a client whose copy is still good, without content (RFC 9110 section 15.4.5). */
    static Response notModified() {
        return new Response(304, Map.of(), List.of(), Optional.empty(), Optional.empty());
    }

    Response with(String field, String value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new Response(status, more, parts, fault, cut);
    }

    Response with(Fault committed) {
        return new Response(status, fields, parts, Optional.of(committed), cut);
    }

    Response cutAt(double share) {
        return new Response(status, fields, parts, fault, Optional.of(share));
    }

    int length() {
        return parts.stream().mapToInt(part -> part.length).sum();
    }

    /** Returns the status line and the fields with the empty line that ends them (RFC 9112 sections 4 and 5). */
    byte[] head(boolean keepAlive) {
        StringBuilder head = new StringBuilder(256);
        head.append("HTTP/1.1 ").append(status).append(' ').append(REASONS.get(status));
        field(head, "Date", HttpDate.format(Instant.now()));
        fields.forEach((name, value) -> field(head, name, value));
        if (status != 304) {
            field(head, "Content-Length", Integer.toString(length()));
        }
        field(head, "Connection", keepAlive ? "keep-alive" : "close");
        return head.append("\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void field(StringBuilder head, String name, String value) {
        head.append("\r\n").append(name).append(": ").append(value);
    }
}
