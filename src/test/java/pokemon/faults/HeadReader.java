package pokemon.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the heads of requests; requests with a body are not for this server. */
public final class HeadReader {
    private static final int LIMIT = 64 * 1024;

    private HeadReader() {}

    /** Reads one head; empty if the client ended first. */
    public static Optional<RequestSeen> read(InputStream in, int connection) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < 4) {
            int next = in.read();
            if (next < 0) {
                return Optional.empty();
            }
            head.write(next);
            matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
            if (head.size() > LIMIT) {
                throw new IllegalStateException("a request head of more than " + LIMIT + " bytes");
            }
        }
        return Optional.of(parse(head.toString(ISO_8859_1), connection, System.nanoTime()));
    }

    private static RequestSeen parse(String head, int connection, long nanoTime) {
        List<String> lines = head.stripTrailing().lines().toList();
        String[] start = lines.get(0).split(" ", -1);
        if (start.length != 3 || !start[2].startsWith("HTTP/1.")) {
            throw new IllegalStateException("not an HTTP/1 request line: " + lines.get(0));
        }
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IllegalStateException("not a header field: " + line);
            }
            fields.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return new RequestSeen(connection, start[0], start[1], HttpHeaders.of(fields, (name, value) -> true), nanoTime);
    }
}
