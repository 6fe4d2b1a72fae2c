package pokemon.experiment.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Says what makes numbers doubtful. */
public final class Warnings {
    /** A standard deviation above this share of the mean is wide. */
    private static final double WIDE = 0.10;

    /** Below this many seconds, start-up and the grain of the machine weigh too much. */
    private static final double SHORT = 0.2;

    /** Others' share of the processors that is no longer just the system's own housekeeping. */
    private static final double BUSY = 0.05;

    private final List<String> sentences = new ArrayList<>();

    /** Returns all doubts so far, in the order they came. */
    public List<String> sentences() {
        return List.copyOf(sentences);
    }

    /** Doubts an experiment that was stopped. */
    public Warnings partial(boolean stopped, int done, int planned) {
        if (stopped) {
            sentences.add(Figures.text("This is partial: it was stopped after %d of %d trials.", done, planned));
        }
        return this;
    }

    /** Doubts results that spread widely, that took little time, or that have no spread because each ran once. */
    public Warnings times(List<Result> results) {
        List<Result> wide = results.stream()
                .filter(result -> result.times().relativeSpread() > WIDE)
                .sorted(Comparator.comparingDouble(result -> -result.times().relativeSpread()))
                .toList();
        if (!wide.isEmpty()) {
            sentences.add(Figures.text(
                    "The spread is wide, above %.0f %% of the mean, in %d of %d results; widest for %s with %.0f %%.",
                    WIDE * 100,
                    wide.size(),
                    results.size(),
                    wide.get(0).command(),
                    wide.get(0).times().relativeSpread() * 100));
        }
        List<Result> brief =
                results.stream().filter(result -> result.times().mean() < SHORT).toList();
        if (!brief.isEmpty()) {
            sentences.add(Figures.text(
                    "%d of %d results took less than %.1f s on average, such as %s: too short to trust small differences.",
                    brief.size(), results.size(), SHORT, brief.get(0).command()));
        }
        long once = results.stream()
                .filter(result -> result.times().samples().size() == 1)
                .count();
        if (once > 0) {
            sentences.add(Figures.text(
                    "%d of %d results ran only once, so nothing is known about their spread.", once, results.size()));
        }
        return this;
    }

    /**
     * Doubts measurements on a machine that had other things to do.
     *
     * @param before others' share of the processors before the first trial, NaN when not known
     * @param after the same after the last trial
     */
    public Warnings machine(double before, double after) {
        if (before > BUSY || after > BUSY) {
            sentences.add(Figures.text(
                    "Others used the processors: %s of them before the first trial, %s after the last.",
                    share(before), share(after)));
        }
        return this;
    }

    private static String share(double share) {
        return Double.isNaN(share) ? "an unknown share" : Figures.text("%.0f %%", share * 100);
    }

    /** Doubts for a reason of one experiment's own. */
    public Warnings add(boolean holds, String sentence) {
        if (holds) {
            sentences.add(sentence);
        }
        return this;
    }

    /** Doubts for several reasons of one experiment's own. */
    public Warnings addAll(List<String> more) {
        sentences.addAll(more);
        return this;
    }
}
