package pokemon.experiment.speed;

import java.util.Comparator;
import java.util.List;
import pokemon.experiment.statistics.MeanTest;
import pokemon.experiment.statistics.MeanTest.Verdict;
import pokemon.experiment.statistics.Summary;
import pokemon.experiment.table.Figures;

/**
 * The number of workers beyond which chance explains any further gain.
 *
 * @param fewest the smallest measured number
 * @param enough the smallest number whose time is not known to differ from the shortest
 * @param fastest the number with the shortest mean time
 * @param max the largest measured number
 * @param slower whether the largest number is known to be slower than the fastest
 * @param known whether each number was measured more than once, so that its spread is known
 */
record SaturationPoint(Time fewest, Time enough, Time fastest, Time max, boolean slower, boolean known) {
    /** Smaller differences do not matter in practice, as a share of the shortest time. */
    private static final double NEGLIGIBLE = 0.02;

    record Time(int workers, Summary seconds) {}

    /** Finds it among at least two numbers of workers, which ascend. */
    static SaturationPoint of(List<Time> points) {
        Time fastest = points.stream()
                .min(Comparator.comparingDouble(point -> point.seconds.mean()))
                .orElseThrow();
        Time enough = points.stream()
                .filter(point -> !isSlower(point, fastest, points.size()))
                .findFirst()
                .orElse(fastest);
        Time max = points.get(points.size() - 1);
        return new SaturationPoint(
                points.get(0),
                enough,
                fastest,
                max,
                isSlower(max, fastest, points.size()),
                points.stream().allMatch(point -> point.seconds.samples().size() > 1));
    }

    /** The fastest is picked from all for two questions: which number is enough, and whether the largest is slower. */
    private static boolean isSlower(Time point, Time fastest, int points) {
        return point.seconds.mean() > fastest.seconds.mean() * (1 + NEGLIGIBLE)
                && MeanTest.verdict(point.seconds, fastest.seconds, 2 * (points - 1)) == Verdict.DIFFERENT;
    }

    /** Returns the saturation point in words, for workers such as "threads". */
    String sentence(String kind) {
        if (!known) {
            return Figures.text(
                    "The shortest time of %s was %s, by %d. Some numbers ran only once: their spread is unknown, so"
                            + " it is unknown where adding %s stops paying.",
                    kind, took(fastest), fastest.workers, kind);
        }
        String end = slower ? Figures.text(" %d are slower again: %s.", max.workers, took(max)) : "";
        if (enough.workers == fastest.workers) {
            return enough.workers == max.workers
                    ? Figures.text(
                            "Adding %s paid up to the most that were tried: %d took %s.", kind, max.workers, took(max))
                    : Figures.text(
                            "Adding %s stops paying at %d, the fastest with %s.%s",
                            kind, enough.workers, took(enough), end);
        }
        String chance = Figures.text(
                "%d took %s and the fastest, %d, took %s, a difference that chance may explain.%s",
                enough.workers, took(enough), fastest.workers, took(fastest), end);
        return enough.workers == fewest.workers
                ? Figures.text("No number of %s is known to be faster than %d: %s", kind, fewest.workers, chance)
                : Figures.text("Adding %s stops paying at %d: %s", kind, enough.workers, chance);
    }

    private static String took(Time time) {
        double spread = time.seconds.stddev();
        return Figures.seconds(time.seconds.mean()) + (Double.isNaN(spread) ? "" : " ± " + Figures.seconds(spread));
    }
}
