package pokemon.experiment.compare;

import pokemon.experiment.compare.work.Timing;
import pokemon.experiment.measure.ResourceUsage;

/**
 * One measurement of a point.
 *
 * @param connections number of connections that the mirror accepted
 * @param usage CPU time and memory of the trial
 */
record CompareTrial(ComparePoint point, Timing timing, int items, long connections, ResourceUsage usage) {
    double seconds() {
        return timing.seconds();
    }

    double busyProcessors() {
        return usage.cpuSeconds() / seconds();
    }

    /** Returns the time of printing or logging an item. */
    double asideSecondsPerItem() {
        return timing.asideSeconds() / items;
    }
}
