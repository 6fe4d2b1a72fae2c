package pokemon.directory;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text from outside, such as a header of a server, as it may be shown: in a terminal, a log, a report or a page.
 *
 * <p>Control characters could steer a terminal, and those that turn the direction of text around could hide what it
 * says (Unicode Standard Annex 9, 2). Long text would fill a report of many ids.
 */
public final class UntrustedText {
    private static final int MAX_CHARACTERS = 300;

    /** Control and format characters, separators of lines and paragraphs, and lone surrogates. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

    private UntrustedText() {}

    /** Returns a text without its control characters, cut at 300 characters. */
    public static String shown(String text) {
        boolean isLong = text.length() > MAX_CHARACTERS;
        return escaped(isLong ? text.substring(0, MAX_CHARACTERS) : text) + (isLong ? "..." : "");
    }

    /**
     * Returns a text with its control characters as {@code \xNN} and those that change its direction as
     * {@code \}{@code uNNNN}. A text that was escaped stays as it is.
     */
    public static String escaped(String text) {
        return UNSAFE.matcher(text).replaceAll(unsafe -> {
            int character = unsafe.group().codePointAt(0);
            return Matcher.quoteReplacement(String.format(character > 0xFF ? "\\u%04x" : "\\x%02x", character));
        });
    }

    /** Returns the {@linkplain #escaped escaped} lines of a text for HTML, between tags and in attributes. */
    public static String inHtml(String text) {
        return text.lines()
                .map(UntrustedText::escaped)
                .collect(Collectors.joining("\n"))
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
