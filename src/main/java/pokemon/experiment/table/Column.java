package pokemon.experiment.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A named value of a measured thing: a column of its table, a field of its result in JSON, or both. A column that is
 * added to a list of them shows up in the console table, the CSV, the .dat file, the HTML page and the JSON.
 *
 * @param field name in JSON, where all times are in seconds
 * @param name name in other files: lower case, no blanks, with the unit, such as {@code mean_seconds}
 * @param heading name for people: short, with the unit
 * @param decimals digits after the point for people; files have seven significant digits
 * @param value returns a string, a whole number, a double, or null for nothing; for JSON also a list of these
 * @param <T> the measured thing
 */
public record Column<T>(String field, String name, String heading, int decimals, Function<T, Object> value) {
    /** Returns a column with the same name in all files. */
    public static <T> Column<T> of(String name, String heading, int decimals, Function<T, Object> value) {
        return new Column<>(name, name, heading, decimals, value);
    }

    /** Returns a column of words or whole numbers with the same name everywhere. */
    public static <T> Column<T> plain(String name, Function<T, Object> value) {
        return of(name, name, 0, value);
    }

    /** Returns a column of seconds: "last begins" is last_begins in JSON and last_begins_seconds in other files. */
    public static <T> Column<T> seconds(String what, ToDoubleFunction<T> value) {
        String field = what.replace(' ', '_');
        return new Column<>(field, field + "_seconds", what + " [s]", 3, value::applyAsDouble);
    }

    /** Returns a field of JSON with the values of several things. */
    public static <T> Column<List<T>> each(String field, Function<T, Object> value) {
        return plain(field, things -> things.stream().map(value).toList());
    }

    @SafeVarargs
    public static <T> List<Column<T>> all(List<Column<T>>... lists) {
        List<Column<T>> all = new ArrayList<>();
        for (List<Column<T>> list : lists) {
            all.addAll(list);
        }
        return List.copyOf(all);
    }

    /** Returns the values of a thing by their JSON names, in the order of the columns. */
    public static <T> Map<String, Object> fields(List<Column<T>> columns, T thing) {
        Map<String, Object> fields = new LinkedHashMap<>();
        columns.forEach(column -> fields.put(column.field, column.value.apply(thing)));
        return fields;
    }
}
