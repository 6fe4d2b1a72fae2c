package pokemon.experiment;

/**
 * How ids are drawn in a race.
 *
 * @param last the ids 1 to this one are drawn, at least 1
 * @param workers how many draw, at least 1
 * @param repeats how often each strategy is measured, at least 1
 * @param seed what the order of the repeats depends on
 */
record RaceSettings(int last, int workers, int repeats, long seed) {}
