package pokemon.experiment.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import pokemon.experiment.table.Figures;

/** Collects warnings about doubtful numbers. To add a warning for all experiments, add a method here. */
public final class Warnings {
    /** A standard deviation above this share of the mean is wide. */
    private static final double WIDE = 0.10;

    /** Times in seconds below this depend too much on start-up and timer resolution. */
    private static final double SHORT = 0.2;

    /** CPU share of other programs above the system's own housekeeping. */
    private static final double BUSY = 0.05;

    private final List<String> sentences = new ArrayList<>();

    public List<String> sentences() {
        return List.copyOf(sentences);
    }

    /** Warns when the experiment was stopped early. */
    public Warnings partial(boolean stopped, int done, int planned) {
        return add(stopped, Figures.text("This is partial: it was stopped after %d of %d trials.", done, planned));
    }

    /** Warns of results with a wide spread, with short times, and with an unknown spread after a single run. */
    public Warnings times(List<Result> results) {
        List<Result> wide = select(results, result -> result.times().relativeSpread() > WIDE).stream()
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
        List<Result> brief = select(results, result -> isShort(result.times().mean()));
        if (!brief.isEmpty()) {
            sentences.add(Figures.text(
                    "%d of %d results took less than %.1f s on average, such as %s: too short to trust small differences.",
                    brief.size(), results.size(), SHORT, brief.get(0).command()));
        }
        int once =
                select(results, result -> result.times().samples().size() == 1).size();
        return add(
                once > 0,
                Figures.text(
                        "%d of %d results ran only once, so nothing is known about their spread.",
                        once, results.size()));
    }

    private static List<Result> select(List<Result> results, Predicate<Result> condition) {
        return results.stream().filter(condition).toList();
    }

    /**
     * Warns when other programs used the processors.
     *
     * @param before their CPU share before the first trial, 0 to 1, NaN when unknown
     * @param after the same after the last trial
     */
    public Warnings backgroundLoad(double before, double after) {
        return add(
                disturbed(before, after),
                Figures.text(
                        "Other programs used %s of all processors before the first trial, and %s after the last.",
                        share(before), share(after)));
    }

    /** Returns whether other programs are known to have used the processors. */
    public static boolean disturbed(double before, double after) {
        return before > BUSY || after > BUSY;
    }

    /** Returns whether a time in seconds is too short to trust small differences. */
    public static boolean isShort(double seconds) {
        return seconds < SHORT;
    }

    private static String share(double share) {
        return Double.isNaN(share) ? "an unknown share" : Figures.text("%.0f %%", share * 100);
    }

    /** Adds a warning of a single experiment if it holds. */
    public Warnings add(boolean holds, String sentence) {
        if (holds) {
            sentences.add(sentence);
        }
        return this;
    }

    public Warnings addAll(List<String> more) {
        sentences.addAll(more);
        return this;
    }
}
