package pokemon.experiment.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import pokemon.experiment.statistics.Summary;

/**
 * One thing that was timed.
 *
 * @param command what was done, as a command or a label
 * @param times how long it took, in seconds
 * @param parameters what sets it apart from the others, in order
 * @param values what else was measured, in order; values are strings, numbers, booleans or lists of them
 */
public record Result(String command, Summary times, Map<String, Object> parameters, Map<String, Object> values) {
    public Result {
        Objects.requireNonNull(command);
        Objects.requireNonNull(times);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
