package pokemon.experiment.race;

import java.util.List;

/**
 * What workers drew together where each id from 1 to the last should have been drawn once.
 *
 * @param last the last id
 * @param draws how many times any id was drawn
 * @param twice how many ids were drawn more than once
 * @param repeated how many draws gave an id that had been drawn already or was drawn elsewhere too
 * @param skipped how many ids nobody drew
 * @param pastEnd how many draws gave an id beyond the last one
 * @param nanos wall time of all draws
 */
record Draws(int last, long draws, int twice, long repeated, int skipped, long pastEnd, long nanos) {
    static Draws count(int last, List<DrawCounts> hands, long nanos) {
        long draws = 0;
        int twice = 0;
        int skipped = 0;
        for (int id = 1; id <= last; id++) {
            int times = 0;
            for (DrawCounts hand : hands) {
                times += hand.times(id);
            }
            draws += times;
            twice += times > 1 ? 1 : 0;
            skipped += times == 0 ? 1 : 0;
        }
        long repeated = draws - (last - skipped);
        long pastEnd = hands.stream().mapToLong(DrawCounts::pastEnd).sum();
        return new Draws(last, draws + pastEnd, twice, repeated, skipped, pastEnd, nanos);
    }

    /** Returns whether each id was drawn once and nothing else. */
    boolean isExact() {
        return twice == 0 && skipped == 0 && pastEnd == 0;
    }

    /** Returns the wall time for each draw in nanoseconds, all workers drawing at the same time. */
    double nanosPerDraw() {
        return (double) nanos / draws;
    }
}
