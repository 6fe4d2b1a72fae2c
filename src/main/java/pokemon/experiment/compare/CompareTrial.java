package pokemon.experiment.compare;

import pokemon.experiment.compare.work.Timing;

/**
 * One measurement of a point.
 *
 * @param measured what it took
 * @param items how many items were done
 * @param connections how many connections the mirror accepted meanwhile
 */
record CompareTrial(ComparePoint point, Timing measured, int items, long connections) {
    /** Returns the wall time. */
    double seconds() {
        return measured.nanos() / 1e9;
    }
}
