package pokemon.experiment.speed;

import java.util.Comparator;
import java.util.List;
import pokemon.experiment.report.Figures;
import pokemon.experiment.statistics.Summary;

/**
 * Up to where adding workers pays.
 *
 * @param enough the fewest workers that are as fast as the fastest, as far as the measurement can tell
 * @param fastest the number of workers with the shortest mean time
 * @param most the largest measured number of workers
 * @param slower whether the largest number is slower than the fastest, beyond what could be chance
 * @param tolerance the difference between two means that could be chance, as a share of the mean
 */
record SaturationPoint(Time enough, Time fastest, Time most, boolean slower, double tolerance) {
    /** Smaller differences do not matter to anybody, however well they are measured. */
    private static final double LEAST_TOLERANCE = 0.02;

    /** What is assumed of points that ran only once. */
    private static final double UNKNOWN_TOLERANCE = 0.05;

    /** A number of workers and its times. */
    record Time(int workers, Summary seconds) {}

    /**
     * Judges some points.
     *
     * @throws IllegalArgumentException when there is none
     */
    static SaturationPoint of(List<Time> points) {
        Time fastest = points.stream()
                .min(Comparator.comparingDouble(point -> point.seconds.mean()))
                .orElseThrow(() -> new IllegalArgumentException("no point"));
        double tolerance = tolerance(points);
        double limit = fastest.seconds.mean() * (1 + tolerance);
        Time enough = points.stream()
                .filter(point -> point.seconds.mean() <= limit)
                .min(Comparator.comparingInt(Time::workers))
                .orElseThrow();
        Time most = points.stream().max(Comparator.comparingInt(Time::workers)).orElseThrow();
        return new SaturationPoint(enough, fastest, most, most.seconds.mean() > limit, tolerance);
    }

    /** Returns two standard errors of a difference between two means, the spread taken from all points together. */
    private static double tolerance(List<Time> points) {
        List<Time> repeated = points.stream()
                .filter(point -> point.seconds.samples().size() > 1)
                .toList();
        if (repeated.isEmpty()) {
            return UNKNOWN_TOLERANCE;
        }
        double variance = repeated.stream()
                .mapToDouble(point -> Math.pow(point.seconds.relativeSpread(), 2))
                .average()
                .orElseThrow();
        double runs = repeated.stream()
                .mapToInt(point -> point.seconds.samples().size())
                .average()
                .orElseThrow();
        return Math.max(LEAST_TOLERANCE, 2 * Math.sqrt(variance * 2 / runs));
    }

    /**
     * Says it.
     *
     * @param kind the workers, in plural, such as "threads"
     */
    String sentence(String kind) {
        if (most.workers == enough.workers && fastest.workers == most.workers) {
            return Figures.text(
                    "Adding %s paid up to the most that were tried: %s took %s.", kind, words(most), took(most));
        }
        String end = slower ? Figures.text(" With %s it is slower again: %s.", words(most), took(most)) : "";
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

    private static String words(Time time) {
        return Integer.toString(time.workers);
    }

    private static String took(Time time) {
        double spread = time.seconds.stddev();
        return Figures.seconds(time.seconds.mean()) + (Double.isNaN(spread) ? "" : " ± " + Figures.seconds(spread));
    }
}
