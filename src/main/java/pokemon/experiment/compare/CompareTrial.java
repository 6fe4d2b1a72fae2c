package pokemon.experiment.compare;

import pokemon.experiment.compare.work.Timing;

/**
 * One measurement of a point.
 *
 * @param connections number of connections that the mirror accepted
 */
record CompareTrial(ComparePoint point, Timing timing, int items, long connections) {
    /** Returns the wall time. */
    double seconds() {
        return timing.seconds();
    }

    /** Returns the time of printing or logging an item. */
    double asideSecondsPerItem() {
        return timing.asideSeconds() / items;
    }
}
