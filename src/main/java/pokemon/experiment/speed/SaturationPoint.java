package pokemon.experiment.speed;

import java.util.Comparator;
import java.util.List;
import pokemon.experiment.report.Figures;
import pokemon.experiment.statistics.Summary;

/**
 * The number of workers beyond which more bring nothing.
 *
 * @param enough the smallest number whose mean time does not measurably differ from the shortest
 * @param fastest the number with the shortest mean time
 * @param max the largest measured number
 * @param slower whether the largest number is measurably slower than the fastest
 * @param tolerance the difference between two means that chance explains, as a share of the mean
 */
record SaturationPoint(Time enough, Time fastest, Time max, boolean slower, double tolerance) {
    /** Smaller differences do not matter in practice. */
    private static final double MIN_TOLERANCE = 0.02;

    /** Assumed for points that ran only once. */
    private static final double UNKNOWN_TOLERANCE = 0.05;

    /** A number of workers and its times. */
    record Time(int workers, Summary seconds) {}

    /**
     * Finds the saturation point.
     *
     * @param points at least one
     */
    static SaturationPoint of(List<Time> points) {
        Time fastest = points.stream()
                .min(Comparator.comparingDouble(point -> point.seconds.mean()))
                .orElseThrow();
        double tolerance = tolerance(points);
        double limit = fastest.seconds.mean() * (1 + tolerance);
        Time enough = points.stream()
                .filter(point -> point.seconds.mean() <= limit)
                .min(Comparator.comparingInt(Time::workers))
                .orElseThrow();
        Time max = points.stream().max(Comparator.comparingInt(Time::workers)).orElseThrow();
        return new SaturationPoint(enough, fastest, max, max.seconds.mean() > limit, tolerance);
    }

    /** Returns two standard errors of the difference between two means, with the spread pooled over all points. */
    private static double tolerance(List<Time> points) {
        List<Time> repeated = points.stream()
                .filter(point -> point.seconds.samples().size() > 1)
                .toList();
        if (repeated.isEmpty()) {
            return UNKNOWN_TOLERANCE;
        }
        double variance = Summary.of(repeated, point -> Math.pow(point.seconds.relativeSpread(), 2))
                .mean();
        double runs =
                Summary.of(repeated, point -> point.seconds.samples().size()).mean();
        return Math.max(MIN_TOLERANCE, 2 * Math.sqrt(variance * 2 / runs));
    }

    /**
     * Returns the saturation point in words.
     *
     * @param kind the workers, in plural, such as "threads"
     */
    String sentence(String kind) {
        if (max.workers == enough.workers && fastest.workers == max.workers) {
            return Figures.text(
                    "Adding %s paid up to the most that were tried: %d took %s.", kind, max.workers, took(max));
        }
        String end = slower ? Figures.text(" With %d it is slower again: %s.", max.workers, took(max)) : "";
        if (enough.workers == fastest.workers) {
            return Figures.text(
                    "Adding %s stops paying at %d, the fastest with %s; differences below %.0f %% could be chance.%s",
                    kind, enough.workers, took(enough), tolerance * 100, end);
        }
        return Figures.text(
                "Adding %s stops paying at %d: they take %s and the fastest, %d, take %s, a difference of less than the"
                        + " %.0f %% that could be chance.%s",
                kind, enough.workers, took(enough), fastest.workers, took(fastest), tolerance * 100, end);
    }

    private static String took(Time time) {
        double spread = time.seconds.stddev();
        return Figures.seconds(time.seconds.mean()) + (Double.isNaN(spread) ? "" : " ± " + Figures.seconds(spread));
    }
}
