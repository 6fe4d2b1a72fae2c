package pokemon.experiment;

/**
 * One measurement of a point.
 *
 * @param run which repetition, from 0
 * @param measured what it took
 * @param items how many items were done
 * @param connections how many connections the mirror accepted meanwhile, 0 when there is no mirror
 */
record CompareTrial(ComparePoint point, int run, Measured measured, int items, long connections) {}
