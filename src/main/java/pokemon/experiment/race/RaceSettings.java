package pokemon.experiment.race;

/**
 * The settings of a race.
 *
 * @param last the last id, at least 1
 * @param workers number of workers, at least 2
 * @param repeats number of measurements of each strategy, at least 1
 * @param seed of the random order of the strategies
 */
public record RaceSettings(int last, int workers, int repeats, long seed) {}
