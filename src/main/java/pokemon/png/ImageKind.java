package pokemon.png;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** Names what bytes seem to be, judged by how they begin and never by a file name or a content type. */
public enum ImageKind {
    /** A PNG image, possibly a damaged one: the first four bytes say so. */
    PNG("a PNG image"),
    /** A JPEG image. */
    JPEG("a JPEG image"),
    /** A GIF image of either version. */
    GIF("a GIF image"),
    /** A Windows bitmap. */
    BMP("a BMP image"),
    /** An HTML or XHTML page, such as an error page or a login form. */
    HTML("an HTML page"),
    /** Text that is not HTML, such as JSON. */
    TEXT("plain text"),
    /** No bytes at all. */
    EMPTY("nothing"),
    /** Anything else. */
    UNKNOWN("unknown data");

    private static final int PROLOGUE = 1024;
    private static final String[] HTML_STARTS = {"<!doctype html", "<html", "<head", "<body", "<title", "<script"};

    private final String description;

    ImageKind(String description) {
        this.description = description;
    }

    /** Returns the kind as a noun with its article, such as "an HTML page". */
    public String description() {
        return description;
    }

    /** Makes the refusal of bytes of this kind; nothing at all is a body that was lost, all else is what was sent. */
    BadImageException insteadOf(String expected) {
        String message = description + " came instead of " + expected;
        return this == EMPTY ? new BadImageException(message) : BadImageException.refused(message);
    }

    /**
     * Returns the kind of the first {@code length} bytes.
     *
     * @throws IndexOutOfBoundsException when {@code length} is not within the array
     */
    public static ImageKind of(byte[] bytes, int length) {
        Objects.checkFromIndexSize(0, length, bytes.length);
        if (length == 0) {
            return EMPTY;
        }
        if (startsWith(bytes, length, 0x89, 'P', 'N', 'G')) {
            return PNG;
        }
        if (startsWith(bytes, length, 0xff, 0xd8, 0xff)) {
            return JPEG;
        }
        if (startsWith(bytes, length, 'G', 'I', 'F', '8', '7', 'a')
                || startsWith(bytes, length, 'G', 'I', 'F', '8', '9', 'a')) {
            return GIF;
        }
        if (isBitmap(bytes, length)) {
            return BMP;
        }
        return ofText(bytes, length);
    }

    /** "BM" alone could begin a sentence, so the size of the second header must be one of those in use. */
    private static boolean isBitmap(byte[] bytes, int length) {
        if (length < 18 || !startsWith(bytes, length, 'B', 'M')) {
            return false;
        }
        int headerSize = bytes[14] & 0xff;
        boolean known = headerSize == 12 || headerSize == 40 || headerSize == 52 || headerSize == 56;
        boolean extended = headerSize == 64 || headerSize == 108 || headerSize == 124;
        return (known || extended) && bytes[15] == 0 && bytes[16] == 0 && bytes[17] == 0;
    }

    private static ImageKind ofText(byte[] bytes, int length) {
        int end = Math.min(length, PROLOGUE);
        boolean wide =
                startsWith(bytes, length, 0xff, 0xfe) || startsWith(bytes, length, 0xfe, 0xff); // UTF-16, with zeros
        for (int i = 0; i < end; i++) {
            int b = bytes[i] & 0xff;
            boolean layout = b == '\t' || b == '\n' || b == '\r' || b == '\f';
            if (!wide && ((b < 0x20 && !layout) || b == 0x7f)) {
                return UNKNOWN;
            }
        }
        String text = new String(bytes, 0, end, StandardCharsets.ISO_8859_1)
                .replaceAll("[^\\x21-\\x7e ]", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        for (String start : HTML_STARTS) {
            if (text.startsWith(start)) {
                return HTML;
            }
        }
        boolean xml = text.startsWith("<?xml") || text.startsWith("<!--");
        return xml && text.contains("<html") ? HTML : TEXT;
    }

    private static boolean startsWith(byte[] bytes, int length, int... magic) {
        if (length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
