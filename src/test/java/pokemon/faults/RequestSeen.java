package pokemon.faults;

import java.net.http.HttpHeaders;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request as it came in.
 *
 * @param connection the number of the connection it came on, from 1
 * @param method the method, such as {@code GET} or {@code CONNECT}
 * @param target the target as written: a path, an absolute URI, or {@code host:port}
 * @param headers the header fields
 * @param nanoTime the {@link System#nanoTime()} at which the head was complete
 */
public record RequestSeen(int connection, String method, String target, HttpHeaders headers, long nanoTime) {
    private static final Pattern ORIGIN = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/?]*");
    private static final Pattern IMAGE = Pattern.compile("/([0-9]{1,9})\\.png$");

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
