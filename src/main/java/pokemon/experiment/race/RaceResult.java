package pokemon.experiment.race;

import java.util.List;
import java.util.function.ToDoubleFunction;
import pokemon.experiment.statistics.Summary;

/**
 * All repeats of one strategy.
 *
 * @param repeats the draws of each repeat, at least one
 */
record RaceResult(DrawStrategy strategy, List<Draws> repeats) {
    String label() {
        return strategy.label();
    }

    int wrong() {
        return (int) repeats.stream().filter(draws -> !draws.isExact()).count();
    }

    Summary summary(ToDoubleFunction<Draws> value) {
        return Summary.of(repeats, value);
    }
}
