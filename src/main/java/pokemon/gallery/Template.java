package pokemon.gallery;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pokemon.directory.Resource;
import pokemon.directory.UntrustedText;

/** HTML with placeholders such as {@code {{name}}}. */
record Template(String text) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");

    @FunctionalInterface
    interface Part {
        void writeTo(Appendable out) throws IOException;
    }

    static Template named(String name) {
        return new Template(Resource.text(Template.class, name));
    }

    /** Plain text, escaped for use between tags and in attributes. */
    static Part text(Object plain) {
        return out -> out.append(UntrustedText.inHtml(plain.toString()));
    }

    /** HTML, style or script of our own. */
    static Part html(String html) {
        return out -> out.append(html);
    }

    /**
     * Writes the template with a part for each placeholder; throws an {@link IllegalArgumentException} when one has
     * none.
     */
    void write(Map<String, Part> parts, Appendable out) throws IOException {
        Matcher found = PLACEHOLDER.matcher(text);
        int end = 0;
        while (found.find()) {
            Part part = parts.get(found.group(1));
            if (part == null) {
                throw new IllegalArgumentException("nothing replaces the placeholder " + found.group());
            }
            out.append(text, end, found.start());
            part.writeTo(out);
            end = found.end();
        }
        out.append(text, end, text.length());
    }
}
