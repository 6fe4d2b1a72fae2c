package pokemon.gallery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pokemon.directory.UntrustedText;

/** HTML with gaps, each written as {@code {{name}}}. */
final class Template {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");

    private final String text;

    /** What goes into a gap. */
    @FunctionalInterface
    interface Part {
        void writeTo(Appendable out) throws IOException;
    }

    private Template(String text) {
        this.text = text;
    }

    /** Reads the template of that name. */
    static Template named(String name) {
        return new Template(resource(name));
    }

    /** Returns the text of a file that lies beside this class. */
    static String resource(String name) {
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the resource " + name + " cannot be read", e);
        }
    }

    /** Plain text, in which nothing is taken for HTML, be it between tags or in an attribute. */
    static Part text(Object plain) {
        return out -> out.append(UntrustedText.escaped(plain.toString())
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;"));
    }

    /** HTML, style or script of our own. */
    static Part html(String html) {
        return out -> out.append(html);
    }

    /**
     * Writes the template with its gaps filled.
     *
     * @throws IllegalArgumentException when there is nothing for a gap
     */
    void write(Map<String, Part> parts, Appendable out) throws IOException {
        Matcher gap = PLACEHOLDER.matcher(text);
        int end = 0;
        while (gap.find()) {
            Part part = parts.get(gap.group(1));
            if (part == null) {
                throw new IllegalArgumentException("nothing fills the gap " + gap.group());
            }
            out.append(text, end, gap.start());
            part.writeTo(out);
            end = gap.end();
        }
        out.append(text, end, text.length());
    }
}
