package pokemon.download.address;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pokemon.directory.UntrustedText;

/**
 * Reads addresses as servers and people write them, and resolves them (RFC 3986, 5.2).
 *
 * <p>Blanks, {@code |}, brackets, a lone {@code %} and letters outside ASCII are encoded, and a backslash in a path is
 * a slash, as browsers have it (WHATWG URL, 4.4). {@link URI} refuses the former, and resolves {@code ?query} and too
 * many dots as an older standard did.
 */
public final class UriReference {
    /** RFC 3986, appendix B. */
    private static final Pattern PARTS =
            Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#.*)?");

    private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final String NEVER_IN_A_URI = " \"<>\\^`{|}[]";

    private final String scheme;
    private final String authority;
    private final String path;
    private final String query;

    private UriReference(String text) {
        String beforeQuery = text.split("[?#]", 2)[0];
        Matcher parts = PARTS.matcher(beforeQuery.replace('\\', '/') + text.substring(beforeQuery.length()));
        if (!parts.matches()) {
            throw new IllegalArgumentException("it is not an address");
        }
        scheme = parts.group(1);
        authority = parts.group(2);
        path = encoded(parts.group(3));
        query = parts.group(4) == null ? null : encoded(parts.group(4));
    }

    /**
     * Resolves a reference that stands in a header.
     *
     * @param header the value as the HTTP client hands it out, one character for each byte; any of them may be UTF-8
     * @throws IllegalArgumentException when it leads nowhere; the message says why, as a clause
     */
    public static URI resolve(URI base, String header) {
        UriReference to = new UriReference(decoded(header.strip()));
        UriReference from = new UriReference(base.toString());
        if (to.scheme != null && !to.scheme.equalsIgnoreCase(from.scheme)) {
            return compose(to.scheme, to.authority, to.path, to.query);
        }
        if (to.authority != null) {
            return compose(from.scheme, to.authority, to.path, to.query);
        }
        String query = to.query == null && to.path.isEmpty() ? from.query : to.query;
        return compose(from.scheme, from.authority, to.path.isEmpty() ? from.path : merge(from.path, to.path), query);
    }

    /** Reads a whole address, or throws an {@link IllegalArgumentException} with a clause that says why. */
    public static URI parse(String text) {
        UriReference whole = new UriReference(text.strip());
        return compose(whole.scheme, whole.authority, whole.path, whole.query);
    }

    private static URI compose(String scheme, String authority, String path, String query) {
        String text = (scheme == null ? "" : scheme + ":")
                + (authority == null ? path : "//" + asciiOf(authority) + withoutDots(path))
                + (query == null ? "" : "?" + query);
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            String reason = e.getReason();
            throw new IllegalArgumentException(
                    reason.substring(0, 1).toLowerCase(Locale.ROOT) + reason.substring(1), e);
        }
    }

    private static String asciiOf(String authority) {
        // The class with the tables for names loads slowly, and few need it.
        return authority.chars().allMatch(each -> each < 0x80) ? authority : IDN.toASCII(authority);
    }

    /** Returns what keeps the HTTP client from finding a host in an address, as a clause. */
    public static String whyNoHost(URI uri) {
        String whole = String.valueOf(uri.getRawAuthority());
        String authority = UntrustedText.shown(whole.substring(whole.lastIndexOf('@') + 1));
        return authority.contains("_")
                ? "the host name in '" + authority + "' has an underscore, which Java's HTTP client does not take; "
                        + "the IP address of the host works"
                : "it names no host";
    }

    private static String merge(String base, String path) {
        return path.startsWith("/") ? path : base.substring(0, base.lastIndexOf('/') + 1) + path;
    }

    /** Removes dot segments (RFC 3986, 5.2.4). */
    private static String withoutDots(String path) {
        Deque<String> segments = new ArrayDeque<>();
        String last = "";
        for (String segment : path.replaceFirst("^/", "").split("/", -1)) {
            last = segment.replaceAll("(?i)%2e", ".");
            if (last.equals("..")) {
                segments.pollLast();
            } else if (!last.equals(".")) {
                segments.add(segment);
            }
        }
        boolean isDirectory = last.equals(".") || last.equals("..");
        return "/" + String.join("/", segments) + (isDirectory && !segments.isEmpty() ? "/" : "");
    }

    /** Reads the bytes of a header as UTF-8; those that are none are encoded as they stand. */
    private static String decoded(String header) {
        byte[] bytes = header.getBytes(StandardCharsets.ISO_8859_1);
        try {
            CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
            return utf8.decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            StringBuilder encoded = new StringBuilder();
            for (byte each : bytes) {
                encoded.append(each < 0 ? percent(each) : String.valueOf((char) each));
            }
            return encoded.toString();
        }
    }

    private static String encoded(String part) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : LONE_PERCENT.matcher(part).replaceAll("%25").getBytes(StandardCharsets.UTF_8)) {
            boolean plain = each > 0x1F && each < 0x7F && NEVER_IN_A_URI.indexOf(each) < 0;
            encoded.append(plain ? String.valueOf((char) each) : percent(each));
        }
        return encoded.toString();
    }

    private static String percent(byte each) {
        return String.format("%%%02X", each & 0xFF);
    }

    /** Returns the port that an address names or its scheme implies. */
    public static int port(URI uri) {
        int implied = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return uri.getPort() < 0 ? implied : uri.getPort();
    }
}
