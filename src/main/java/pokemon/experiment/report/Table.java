package pokemon.experiment.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Numbers in rows and columns.
 *
 * @param name name of its files, without ending
 * @param title a few words
 * @param columns the columns
 * @param rows the rows; a cell is a string, a whole number, a double, or null where there is nothing
 * @param grouped whether the first column's value sets groups of rows apart, as blank lines do for gnuplot
 */
public record Table(String name, String title, List<Column> columns, List<List<Object>> rows, boolean grouped) {
    /**
     * Checks that rows are as long as there are columns, and copies.
     *
     * @throws IllegalArgumentException when they are not, or a cell holds something else
     */
    public Table {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        columns = List.copyOf(columns);
        List<List<Object>> copies = new ArrayList<>();
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(row.size() + " cells in " + columns.size() + " columns: " + row);
            }
            row.forEach(Table::check);
            copies.add(Collections.unmodifiableList(new ArrayList<>(row)));
        }
        rows = Collections.unmodifiableList(copies);
    }

    private static void check(Object cell) {
        boolean fits = cell == null
                || cell instanceof String
                || cell instanceof Integer
                || cell instanceof Long
                || cell instanceof Double;
        if (!fits) {
            throw new IllegalArgumentException("not a cell: " + cell);
        }
    }

    /**
     * A column.
     *
     * @param name its name in files: lower case, no blanks, with the unit when there is one, such as
     *     {@code mean_seconds}
     * @param heading its name for people, short, with the unit
     * @param decimals digits behind the dot when shown to people; files have all digits that mean something
     */
    public record Column(String name, String heading, int decimals) {
        /** Returns a column of words or whole numbers that is called the same in files and by people. */
        public static Column plain(String name) {
            return new Column(name, name, 0);
        }

        /** Returns a column of seconds: for "last begins", last_begins_seconds in files. */
        public static Column seconds(String what) {
            return new Column(what.replace(' ', '_') + "_seconds", what + " [s]", 3);
        }
    }

    /** Returns whether a row begins a new group. */
    boolean beginsGroup(int row) {
        return grouped
                && row > 0
                && !Objects.equals(rows.get(row).get(0), rows.get(row - 1).get(0));
    }

    /** Returns a cell as it is shown to people. */
    String shown(int row, int column) {
        Object cell = rows.get(row).get(column);
        return cell == null ? "-" : Figures.shown(cell, columns.get(column).decimals());
    }
}
