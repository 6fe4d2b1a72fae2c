package pokemon.experiment.race;

import java.util.List;
import pokemon.experiment.measure.ResourceUsage;

/**
 * The draws of all workers in one race for the ids from 1 to the last.
 *
 * @param twice number of ids drawn more than once
 * @param repeated number of draws beyond the first of an id
 * @param skipped number of ids never drawn
 * @param pastEnd number of draws of an id beyond the last
 * @param nanos wall time of all draws
 * @param overlap share of this time in which at least two workers were between their first and last draw, 0 to 1
 * @param usage the CPU time of all draws, and the memory of this JVM
 */
record Draws(
        int last,
        long draws,
        int twice,
        long repeated,
        int skipped,
        long pastEnd,
        long nanos,
        double overlap,
        ResourceUsage usage) {
    /** The draws of one worker; in bytes, since the memory traffic of millions of draws would be measured too. */
    static final class Counts {
        private final byte[] times;
        private long pastEnd;

        Counts(int last) {
            times = new byte[last + 1];
        }

        void add(int id) {
            if (id >= times.length) {
                pastEnd++;
            } else {
                times[id]++;
            }
        }

        /** Returns the number of draws of an id, modulo 256. */
        private int times(int id) {
            return Byte.toUnsignedInt(times[id]);
        }
    }

    static Draws sum(int last, List<Counts> workers, long nanos, double overlap, ResourceUsage usage) {
        long draws = 0;
        int twice = 0;
        int skipped = 0;
        for (int id = 1; id <= last; id++) {
            int times = 0;
            for (Counts worker : workers) {
                times += worker.times(id);
            }
            draws += times;
            twice += times > 1 ? 1 : 0;
            skipped += times == 0 ? 1 : 0;
        }
        long repeated = draws - (last - skipped);
        long pastEnd = workers.stream().mapToLong(worker -> worker.pastEnd).sum();
        return new Draws(last, draws + pastEnd, twice, repeated, skipped, pastEnd, nanos, overlap, usage);
    }

    /** Returns whether each id was drawn exactly once, and no other id. */
    boolean isExact() {
        return twice == 0 && skipped == 0 && pastEnd == 0;
    }

    double seconds() {
        return nanos / 1e9;
    }

    double busyProcessors() {
        return usage.cpuSeconds() / seconds();
    }

    /** Returns the wall time divided by the number of draws, in nanoseconds. */
    double nanosPerDraw() {
        return (double) nanos / draws;
    }
}
