package pokemon.experiment.race;

/**
 * How ids are drawn in a race.
 *
 * @param last the ids 1 to this one are drawn, at least 1
 * @param workers how many draw, at least 2
 * @param repeats how often each strategy is measured, at least 1
 * @param seed what the order of the repeats depends on
 */
public record RaceSettings(int last, int workers, int repeats, long seed) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when a value is out of its range
     */
    public RaceSettings {
        if (last < 1 || workers < 2 || repeats < 1) {
            throw new IllegalArgumentException("a race needs ids, at least two workers and a repeat");
        }
    }
}
