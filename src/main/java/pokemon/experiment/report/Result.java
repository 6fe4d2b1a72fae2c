package pokemon.experiment.report;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.LinkedHashMap;
import java.util.Map;
import pokemon.experiment.statistics.Summary;

/**
 * A timed thing, as JSON shows it.
 *
 * @param times how long the runs took, in seconds
 * @param parameters the parameters that identify it, in order
 * @param values what else was measured, in order; values are strings, numbers, booleans or lists of them
 */
public record Result(
        String command,
        @JsonUnwrapped Summary times,
        Map<String, Object> parameters,
        @JsonAnyGetter Map<String, Object> values) {
    Result with(Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.putAll(more);
        return new Result(command, times, parameters, all);
    }
}
