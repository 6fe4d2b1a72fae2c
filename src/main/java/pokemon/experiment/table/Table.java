package pokemon.experiment.table;

import java.util.List;
import java.util.Objects;

/**
 * Numbers in rows and columns.
 *
 * @param name name of its files, without ending
 * @param rows a cell is a string, a whole number, an {@link Ordinal}, a double, or null for nothing
 * @param grouped whether each value of the first column is a group of rows, which gnuplot selects by {@code index}
 * @param filesOnly whether the terminal and the page leave it out
 */
public record Table(
        String name,
        String title,
        List<Column<?>> columns,
        List<List<Object>> rows,
        boolean grouped,
        boolean filesOnly) {
    /** Returns a table with a row for each thing. */
    public static <T> Table of(
            String name, String title, List<Column<T>> columns, List<? extends T> things, boolean grouped) {
        List<List<Object>> rows = things.stream()
                .map(thing -> columns.stream()
                        .map(column -> column.value().apply(thing))
                        .toList())
                .toList();
        return new Table(name, title, List.copyOf(columns), rows, grouped, false);
    }

    /** Returns this table for the files only, since it is too long to print. */
    public Table inFilesOnly() {
        return new Table(name, title, columns, rows, grouped, true);
    }

    public boolean beginsGroup(int row) {
        return grouped
                && row > 0
                && !Objects.equals(rows.get(row).get(0), rows.get(row - 1).get(0));
    }

    /** Returns a cell for people. */
    public String shown(int row, int column) {
        Object cell = rows.get(row).get(column);
        return cell == null ? "-" : Figures.shown(cell, columns.get(column).decimals());
    }
}
