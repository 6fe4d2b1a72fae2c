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
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request as it came in, without a body.
 *
 * @param method the method, such as {@code GET} or {@code CONNECT}
 * @param target the target as written: a path, an absolute URI, or {@code host:port}
 * @param headers the header fields
 * @param nanoTime the {@link System#nanoTime()} at which the head was complete
 */
public record RequestSeen(String method, String target, HttpHeaders headers, long nanoTime) {
    private static final int HEAD_LIMIT = 64 * 1024;
    private static final Pattern ORIGIN = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/?]*");
    private static final Pattern IMAGE = Pattern.compile("/([0-9]{1,9})\\.png$");

    /** Reads one head; empty if the client ended first. */
    static Optional<RequestSeen> read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < 4) {
            int next = in.read();
            if (next < 0) {
                return Optional.empty();
            }
            head.write(next);
            matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
            if (head.size() > HEAD_LIMIT) {
                throw new IllegalStateException("a request head of more than " + HEAD_LIMIT + " bytes");
            }
        }
        return Optional.of(parse(head.toString(ISO_8859_1)));
    }

    private static RequestSeen parse(String head) {
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
        return new RequestSeen(start[0], start[1], HttpHeaders.of(fields, (name, value) -> true), System.nanoTime());
    }

    /** Returns the path alone: without scheme and host, without query. */
    public String path() {
        String path = ORIGIN.matcher(target).replaceFirst("");
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    /** Returns the id of the image asked for, if the path ends in one, such as {@code /007.png}. */
    public OptionalInt id() {
        Matcher image = IMAGE.matcher(path());
        return image.find() ? OptionalInt.of(Integer.parseInt(image.group(1))) : OptionalInt.empty();
    }

    /** Returns the first value of a header, or the empty string if it was not sent. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
