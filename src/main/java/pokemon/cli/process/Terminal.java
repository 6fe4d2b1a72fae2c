package pokemon.cli.process;

import java.util.Map;

/**
 * The terminal on standard error. The launcher describes it, since a JVM cannot detect it.
 *
 * @param interactive whether it is a terminal that can redraw a line
 * @param columns its width in characters
 * @param unicode whether it shows more than ASCII
 */
public record Terminal(boolean interactive, int columns, boolean unicode) {
    /** Moves to the first column and clears the line (ECMA-48, 8.3.41: EL). */
    public static final String CLEAR_LINE = "\r\033[K";

    private static final int DEFAULT_COLUMNS = 80;

    /** Reads the environment, and the width from the launcher, which is null when there is no terminal. */
    static Terminal of(String columnsProperty, Map<String, String> environment, String charset) {
        boolean terminal = columnsProperty != null && columnsProperty.matches("[0-9]{1,4}");
        int columns = terminal ? Integer.parseInt(columnsProperty) : 0;
        boolean dumb = "dumb".equals(environment.get("TERM"));
        return new Terminal(terminal && !dumb, columns > 0 ? columns : DEFAULT_COLUMNS, charset.startsWith("UTF"));
    }

    /** Returns the terminal of this process. */
    public static Terminal current() {
        return of(System.getProperty("pokemon.columns"), System.getenv(), System.getProperty("native.encoding"));
    }
}
