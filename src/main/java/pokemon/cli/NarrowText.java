package pokemon.cli;

import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts help of two columns into one, for terminals narrower than picocli supports. */
final class NarrowText {
    /** The least width of picocli's help. */
    static final int LEAST_OF_PICOCLI = 55;

    /** Longer than any line of the help, so that picocli breaks none. */
    static final int UNBROKEN = 10_000;

    /** Longer than any name of an option, so that its text follows in the same line. */
    static final int LONGEST_NAME = 80;

    private static final Pattern LINE = Pattern.compile("( *)(\\S.*?)(?: {2,}(\\S.*))?");
    private static final int NAME_INDENT = 2;
    private static final int TEXT_INDENT = 6;

    private NarrowText() {}

    /** Breaks the unbroken lines of a help between words. A line that is longer than the width has a single word. */
    static String of(String help, int width) {
        StringBuilder text = new StringBuilder();
        help.lines().forEach(line -> {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                text.append(System.lineSeparator());
                return;
            }
            int indent = parts.group(1).length();
            // A deep line goes on with the description above it.
            append(text, parts.group(2), indent > TEXT_INDENT + 1 ? TEXT_INDENT : Math.min(indent, NAME_INDENT), width);
            if (parts.group(3) != null) {
                append(text, parts.group(3), TEXT_INDENT, width);
            }
        });
        return text.toString();
    }

    private static void append(StringBuilder text, String words, int indent, int width) {
        StringJoiner line = new StringJoiner(" ", " ".repeat(indent), "");
        line.setEmptyValue("");
        for (String word : words.split(" +", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                text.append(line).append(System.lineSeparator());
                line = new StringJoiner(" ", " ".repeat(indent < TEXT_INDENT ? indent + 2 : indent), "");
                line.setEmptyValue("");
            }
            line.add(word);
        }
        text.append(line).append(System.lineSeparator());
    }
}
