package pokemon.experiment.chart;

import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * An axis of a chart.
 *
 * @param title what it counts, with the unit
 * @param categories the names of the categories in order; empty for numbers
 */
public record Axis(String title, Scale scale, List<String> categories) {
    /** How values become places. */
    public enum Scale {
        /** Equal steps, from zero, for measured values. */
        LINEAR,
        /** Equal steps, labelled at whole numbers. */
        WHOLE,
        /** Equal factors, labelled at powers of two. */
        LOG2,
        /** Equal factors, labelled at 1, 2 and 5 times powers of ten. */
        LOG10,
        /** Names side by side; x is their number, from 0. */
        CATEGORIES
    }

    /** Beyond this factor between two means at the same x, the smaller one lies on the zero line. */
    private static final double FAR = 10;

    /** Returns an axis of values from zero. */
    public static Axis linear(String title) {
        return new Axis(title, Scale.LINEAR, List.of());
    }

    public static Axis whole(String title) {
        return new Axis(title, Scale.WHOLE, List.of());
    }

    public static Axis categories(String title, List<String> names) {
        return new Axis(title, Scale.CATEGORIES, List.copyOf(names));
    }

    /** Returns an axis of counts: of equal factors where at least three of them double, otherwise of equal steps. */
    public static Axis counts(String title, List<Integer> counts) {
        List<Integer> sorted = counts.stream().distinct().sorted().toList();
        boolean doubling = sorted.size() > 2
                && IntStream.range(1, sorted.size()).allMatch(i -> sorted.get(i) == 2 * sorted.get(i - 1))
                && Integer.bitCount(sorted.get(0)) == 1;
        return new Axis(title, doubling ? Scale.LOG2 : Scale.WHOLE, List.of());
    }

    /** Returns an axis of values: of equal factors where zero would press some of them flat beside others. */
    public static Axis values(String title, List<Series> series) {
        Map<Double, DoubleSummaryStatistics> means = new HashMap<>();
        series.stream()
                .flatMap(one -> one.points().stream())
                .filter(point -> Double.isFinite(point.y()))
                .forEach(point -> means.computeIfAbsent(point.x(), x -> new DoubleSummaryStatistics())
                        .accept(point.y()));
        boolean far = means.values().stream().anyMatch(at -> at.getMax() > FAR * at.getMin())
                && means.values().stream().allMatch(at -> at.getMin() > 0);
        return new Axis(title, far ? Scale.LOG10 : Scale.LINEAR, List.of());
    }
}
