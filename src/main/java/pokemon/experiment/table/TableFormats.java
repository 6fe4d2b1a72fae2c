package pokemon.experiment.table;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tables as CSV, as data for gnuplot, and as aligned text for people. */
public final class TableFormats {
    private TableFormats() {}

    /** Returns the table as CSV (RFC 4180): lines end with CR LF, an unknown number is empty. */
    public static String csv(Table table) {
        Stream<List<?>> names =
                Stream.of(table.columns().stream().map(Column::name).toList());
        return Stream.concat(names, table.rows().stream())
                .map(row -> row.stream()
                        .map(cell -> quoted(Figures.plain(cell, "")))
                        .collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining());
    }

    private static String quoted(String field) {
        boolean special = field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return special ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }

    /**
     * Returns the table for gnuplot: fields separated by blanks, NaN for an unknown number, and two blank lines before
     * each further group, which {@code index} selects. Each group begins with a line of names, which {@code set key
     * autotitle columnhead} reads.
     */
    public static String dat(Table table) {
        String names = table.columns().stream().map(Column::name).collect(Collectors.joining(" ", "", "\n"));
        StringBuilder text = new StringBuilder(names);
        for (int row = 0; row < table.rows().size(); row++) {
            text.append(table.beginsGroup(row) ? "\n\n" + names : "");
            text.append(table.rows().get(row).stream()
                            .map(cell -> word(Figures.plain(cell, "NaN")))
                            .collect(Collectors.joining(" ")))
                    .append('\n');
        }
        return text.toString();
    }

    private static String word(String field) {
        return field.isBlank() || field.matches(".*[\\s\"#].*") ? '"' + field.replace('"', '\'') + '"' : field;
    }

    /** Returns the table in aligned columns, words to the left and numbers to the right. */
    public static List<String> aligned(Table table) {
        int columns = table.columns().size();
        int[] widths = IntStream.range(0, columns)
                .map(column -> Math.max(
                        table.columns().get(column).heading().length(),
                        IntStream.range(0, table.rows().size())
                                .map(row -> table.shown(row, column).length())
                                .max()
                                .orElse(0)))
                .toArray();
        String heading =
                line(table, widths, column -> table.columns().get(column).heading());
        List<String> rows = IntStream.range(0, table.rows().size())
                .mapToObj(row -> (table.beginsGroup(row) ? "\n" : "") + line(table, widths, c -> table.shown(row, c)))
                .toList();
        return (heading + "\n" + String.join("\n", rows)).lines().toList();
    }

    private static String line(Table table, int[] widths, Function<Integer, String> cell) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> {
                    String text = cell.apply(column);
                    String space = " ".repeat(widths[column] - text.length());
                    return isText(table, column) ? text + space : space + text;
                })
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    /** Returns whether a column holds words. */
    public static boolean isText(Table table, int column) {
        return table.rows().stream().anyMatch(row -> row.get(column) instanceof String);
    }
}
