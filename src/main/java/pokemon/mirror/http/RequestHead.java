package pokemon.mirror.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The request line and the fields of one request (RFC 9112 sections 2 to 5).
 *
 * @param method the method, such as GET
 * @param path the path as sent, without the query and still percent-encoded
 * @param keepAlive whether the connection may serve another request afterwards (RFC 9112 section 9.3)
 * @param fields the fields by lower-case name; of a repeated field the values joined by a comma
 */
record RequestHead(String method, String path, boolean keepAlive, Map<String, String> fields) {
    /** The largest head in bytes. */
    static final int LIMIT = 16 * 1024;

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern REQUEST_LINE =
            Pattern.compile("(" + TOKEN + ") (?:http://([^/?# ]*))?(/[^ ?#]*|\\*)?(?:\\?[^ #]*)? HTTP/1\\.([01])");
    private static final Pattern LOOPBACK = Pattern.compile("(?i)(127\\.0\\.0\\.1|localhost|\\[::1])(:[0-9]*)?");
    private static final Pattern FIELD_LINE = Pattern.compile("(" + TOKEN + "):[ \\t]*(.*?)[ \\t]*");

    /** Reports a malformed request, with the status of the response. */
    static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1;

        private final int status;

        MalformedException(int status, String message) {
            super(message);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /**
     * Reads the next head.
     *
     * @return nothing when the client closed the connection between two requests
     * @throws MalformedException if the bytes are no head, or too many
     * @throws IOException if the connection fails or ends within the head
     */
    static Optional<RequestHead> read(InputStream in) throws IOException, MalformedException {
        List<String> lines = readLines(in);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Matcher line = REQUEST_LINE.matcher(lines.get(0));
        if (!line.matches()) {
            throw new MalformedException(400, "The request line is malformed.");
        }
        Map<String, String> fields = parseFields(lines.subList(1, lines.size()));
        boolean current = line.group(4).equals("1");
        if (current && !fields.containsKey("host")) {
            throw new MalformedException(400, "The Host field is missing.");
        }
        // A web page whose name resolves to this address must not reach the mirror (DNS rebinding).
        String host = Optional.ofNullable(line.group(2)).orElseGet(() -> fields.getOrDefault("host", "localhost"));
        if (!LOOPBACK.matcher(host).matches()) {
            throw new MalformedException(421, "This mirror answers to 127.0.0.1, localhost and [::1] only.");
        }
        String path = Optional.ofNullable(line.group(3)).orElse("/");
        return Optional.of(new RequestHead(line.group(1), path, keepsAlive(current, fields), fields));
    }

    /** Reads up to the empty line; bare line feeds are taken for line ends (RFC 9112 section 2.2). */
    private static List<String> readLines(InputStream in) throws IOException, MalformedException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int count = 0; count < LIMIT; count++) {
            int octet = in.read();
            if (octet < 0) {
                if (lines.isEmpty() && line.length() == 0) {
                    return List.of();
                }
                throw new IOException("The client closed the connection within a request.");
            } else if (octet != '\n') {
                line.append((char) octet);
            } else {
                String text = line.toString();
                if (!text.isEmpty() && !text.equals("\r")) {
                    lines.add(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
                } else if (!lines.isEmpty()) {
                    return lines;
                }
                // An empty line before the request line is skipped (RFC 9112 section 2.2).
                line.setLength(0);
            }
        }
        throw new MalformedException(431, "The request head is longer than " + LIMIT + " bytes.");
    }

    private static Map<String, String> parseFields(List<String> lines) throws MalformedException {
        Map<String, String> fields = new TreeMap<>();
        for (String text : lines) {
            Matcher line = FIELD_LINE.matcher(text);
            if (!line.matches()) {
                throw new MalformedException(400, "A field line is malformed.");
            }
            fields.merge(line.group(1).toLowerCase(Locale.ROOT), line.group(2), (a, b) -> a + ", " + b);
        }
        return fields;
    }

    private static boolean keepsAlive(boolean current, Map<String, String> fields) {
        // A body is not read; the connection ends after the response instead.
        boolean body = fields.containsKey("transfer-encoding")
                || !fields.getOrDefault("content-length", "0").equals("0");
        String connection = fields.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
        return !body && !connection.contains("close") && (current || connection.contains("keep-alive"));
    }

    /** Returns the path with its percent-encoding undone, or nothing if that is malformed (RFC 3986 section 2.1). */
    Optional<String> decodedPath() {
        // Bytes that are not percent-encoded count as UTF-8, too; unlike in forms, a plus sign is no space.
        String text = new String(path.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        try {
            return Optional.of(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
