package pokemon.png;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import pokemon.png.chunk.BadImageException;

/** The kind of data that bytes are, judged by how they begin, never by a file name or a content type. */
public enum ImageKind {
    /** A PNG image, possibly a damaged one: the first four bytes are right. */
    PNG("a PNG image", true),
    JPEG("a JPEG image", true),
    GIF("a GIF image", true),
    BMP("a BMP image", true),
    WEBP("a WebP image", true),
    /** A TIFF image of either byte order. */
    TIFF("a TIFF image", true),
    AVIF("an AVIF image", true),
    HEIF("an HEIF image", true),
    /** A JPEG XL image, bare or in a container. */
    JPEG_XL("a JPEG XL image", true),
    /** A JPEG 2000 image, bare or in a container. */
    JPEG_2000("a JPEG 2000 image", true),
    ICO("an ICO image", true),
    /** A portable bitmap, graymap, pixmap or anymap. */
    PNM("a PNM image", true),
    SVG("an SVG image", true),
    PDF("a PDF document", true),
    GZIP("gzip data", true),
    /** An HTML or XHTML page, such as an error page or a login form. */
    HTML("an HTML page", false),
    /** Text that is not HTML, such as JSON. */
    TEXT("plain text", false),
    EMPTY("nothing", false),
    /** Anything else. */
    UNKNOWN("unknown data", false);

    /** Bytes that a kind has near its beginning, as Latin-1. */
    private record Magic(ImageKind kind, int offset, String text) {}

    private static final List<Magic> MAGICS = List.of(
            new Magic(PNG, 0, "\u0089PNG"),
            new Magic(JPEG, 0, "\u00ff\u00d8\u00ff"),
            new Magic(GIF, 0, "GIF87a"),
            new Magic(GIF, 0, "GIF89a"),
            new Magic(WEBP, 8, "WEBP"),
            new Magic(TIFF, 0, "II*\0"),
            new Magic(TIFF, 0, "MM\0*"),
            new Magic(JPEG_XL, 0, "\u00ff\n"),
            new Magic(JPEG_XL, 4, "JXL \r\n\u0087\n"),
            new Magic(JPEG_2000, 4, "jP  \r\n\u0087\n"),
            new Magic(JPEG_2000, 0, "\u00ffO\u00ffQ"),
            new Magic(ICO, 0, "\0\0\1\0"),
            new Magic(PDF, 0, "%PDF-"),
            new Magic(GZIP, 0, "\u001f\u008b"));

    private static final int PROLOGUE = 1024;
    private static final int BRANDS = 64;

    /** "BM" alone could begin a text, so the size of the second header must be one of those in use. */
    private static final Pattern BMP_START =
            Pattern.compile("BM.{12}[\\x0c\\x28\\x34\\x38\\x40\\x6c\\x7c]\\x00{3}", Pattern.DOTALL);

    private static final Pattern PNM_START = Pattern.compile("P[1-6]\\s+[0-9#]|P7\\s+WIDTH|P[Ff]\\n[0-9]");
    private static final List<String> HTML_STARTS =
            List.of("<!doctype html", "<html", "<head", "<body", "<title", "<script");

    private final String description;
    private final boolean format;

    ImageKind(String description, boolean format) {
        this.description = description;
        this.format = format;
    }

    /** Returns the kind as a noun with its article, such as "an HTML page". */
    public String description() {
        return description;
    }

    /** Returns the failure when this came instead; an empty body counts as damaged, everything else as refused. */
    BadImageException insteadOf(String expected) {
        String message = description + " came instead of " + expected;
        return this == EMPTY ? new BadImageException(message) : BadImageException.refused(message);
    }

    /** Returns the failure when bytes of this kind are to be converted and cannot be. */
    public BadImageException unconvertible() {
        return format
                ? BadImageException.refused(description + " came, which cannot be converted")
                : insteadOf("an image");
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
        String start = new String(bytes, 0, Math.min(length, BRANDS), StandardCharsets.ISO_8859_1);
        for (Magic magic : MAGICS) {
            if (start.startsWith(magic.text(), magic.offset())) {
                return magic.kind();
            }
        }
        if (BMP_START.matcher(start).lookingAt()) {
            return BMP;
        }
        if (start.startsWith("ftyp", 4)) {
            return ofBrands(start.substring(8));
        }
        if (PNM_START.matcher(start).lookingAt()) {
            return PNM;
        }
        return ofText(bytes, length);
    }

    /** Decides by the brands of a file in the ISO container, with the compatible ones (ISO/IEC 14496-12, 4.3). */
    private static ImageKind ofBrands(String brands) {
        if (brands.contains("avif") || brands.contains("avis")) {
            return AVIF;
        }
        return brands.contains("mif1") || brands.contains("hei") ? HEIF : UNKNOWN;
    }

    private static ImageKind ofText(byte[] bytes, int length) {
        int end = Math.min(length, PROLOGUE);
        // UTF-16 has zeros in it.
        boolean wide = length > 1 && (bytes[0] & bytes[1] & 0xfe) == 0xfe && bytes[0] != bytes[1];
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
        if (HTML_STARTS.stream().anyMatch(text::startsWith)) {
            return HTML;
        }
        boolean xml = text.startsWith("<?xml") || text.startsWith("<!--") || text.startsWith("<!doctype svg");
        if (text.startsWith("<svg") || (xml && text.contains("<svg"))) {
            return SVG;
        }
        return xml && text.contains("<html") ? HTML : TEXT;
    }
}
