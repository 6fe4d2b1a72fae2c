package pokemon.download.connect;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A request header of the user's. It may hold a secret, so it shows its name only.
 *
 * @param name the name, a token (RFC 9110, 5.6.2)
 * @param value the value, printable ASCII
 */
public record Header(String name, String value) {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]+");

    /** What the HTTP client decides; it refuses all of these but the last, with which a request would never end. */
    private static final Set<String> RESERVED =
            Set.of("connection", "content-length", "expect", "host", "upgrade", "transfer-encoding");

    /** Throws an {@link IllegalArgumentException}, which does not show the value, when it cannot be sent. */
    public Header {
        if (!TOKEN.matcher(name).matches()) {
            throw new IllegalArgumentException("a header looks like 'Name: value', and its name has no blanks");
        }
        if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("'" + name + "' is set by the HTTP client");
        }
        if (!PRINTABLE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' needs a value, and only printable ASCII can be sent in it");
        }
    }

    /**
     * Reads a header as it stands in a request.
     *
     * @param line such as {@code Accept-Language: de}; blanks around the value do not count
     * @throws IllegalArgumentException when it cannot be sent; the message does not show the value
     */
    public static Header parse(String line) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("a header looks like 'Name: value', and its name has no blanks");
        }
        return new Header(line.substring(0, colon), line.substring(colon + 1).strip());
    }

    public boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }

    public String line() {
        return name + ": " + value;
    }

    @Override
    public String toString() {
        return "Header[" + name + "]";
    }
}
