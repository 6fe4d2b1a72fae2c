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

    /** Returns the number of repeats that went wrong. */
    int wrong() {
        return (int) repeats.stream().filter(draws -> !draws.isExact()).count();
    }

    Summary twice() {
        return summary(Draws::twice);
    }

    Summary skipped() {
        return summary(Draws::skipped);
    }

    Summary pastEnd() {
        return summary(Draws::pastEnd);
    }

    Summary nanosPerDraw() {
        return summary(Draws::nanosPerDraw);
    }

    Summary summary(ToDoubleFunction<Draws> value) {
        return Summary.of(repeats, value);
    }
}
