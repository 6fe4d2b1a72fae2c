package pokemon.experiment.table;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import pokemon.experiment.measure.ResourceUsage;

/** The columns of CPU time and memory, the same in all experiments. */
public final class ResourceColumns {
    private ResourceColumns() {}

    /**
     * Returns the columns. To add one, add it here.
     *
     * @param busyProcessors the CPU time divided by the wall time
     */
    public static <T> List<Column<T>> of(Function<T, ResourceUsage> usage, ToDoubleFunction<T> busyProcessors) {
        return List.of(
                Column.seconds("user", thing -> usage.apply(thing).userSeconds()),
                Column.seconds("system", thing -> usage.apply(thing).systemSeconds()),
                Column.of("busy_processors", "busy processors", 2, busyProcessors::applyAsDouble),
                megabytes("added", thing -> usage.apply(thing).addedBytes(), 1),
                megabytes("peak", thing -> usage.apply(thing).peakBytes(), 0));
    }

    private static <T> Column<T> megabytes(String what, ToDoubleFunction<T> bytes, int decimals) {
        return Column.of(
                what + "_memory_megabytes", what + " memory [MB]", decimals, thing -> bytes.applyAsDouble(thing) / 1e6);
    }
}
