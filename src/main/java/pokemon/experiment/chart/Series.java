package pokemon.experiment.chart;

import java.util.List;
import java.util.function.ToDoubleFunction;
import pokemon.experiment.statistics.Summary;

/**
 * Values of one kind in a chart.
 *
 * @param colour the number of its colour and marker, the same for the same thing in all charts, from 0, or
 *     {@link #NEUTRAL}
 * @param points by ascending x
 */
public record Series(String name, int colour, Kind kind, List<Point> points) {
    /** The colour of what is computed and belongs to no measured series, such as an ideal. */
    public static final int NEUTRAL = 7;

    /** Up to this number of runs, each run is a dot. */
    static final int MAX_DOTS = 3;

    /** The ways to do work, in the order of their colours. */
    private static final List<String> WAYS = List.of("threads", "processes", "serial", "async", "virtual");

    /** How a series is drawn. */
    public enum Kind {
        /** Markers on a line, for measured values. */
        MEASURED,
        /** A dashed line, for computed values. */
        DASHED,
        /** A dotted line, for other computed values beside dashed ones. */
        DOTTED,
        /** A bar for each value. */
        BARS
    }

    /**
     * A value.
     *
     * @param spread standard deviation of the runs, NaN when unknown
     * @param runs the value of each run, empty when unknown
     */
    public record Point(double x, double y, double spread, List<Double> runs) {
        public static Point of(double x, double y) {
            return new Point(x, y, Double.NaN, List.of());
        }

        /** Returns the mean of some runs with their spread. */
        public static Point of(double x, Summary runs) {
            return new Point(x, runs.mean(), runs.stddev(), runs.samples());
        }

        /** Returns whether the spread is known and not zero. */
        public boolean hasSpread() {
            return spread > 0;
        }

        /** Returns the runs to draw one by one: many would be a smear, and a single one is the value itself. */
        List<Double> dots() {
            return runs.size() > 1 && runs.size() <= MAX_DOTS ? runs : List.of();
        }
    }

    /**
     * Returns measured values of a way to do work, in its colour in all experiments.
     *
     * @param way threads, processes, serial, async or virtual
     */
    public static Series of(String way, Kind kind, List<Point> points) {
        return new Series(way, colour(way), kind, points);
    }

    public static int colour(String way) {
        return WAYS.indexOf(way);
    }

    /** Returns a series with a point for each thing. */
    public static <T> Series of(
            String name, int colour, Kind kind, List<T> things, ToDoubleFunction<T> x, ToDoubleFunction<T> y) {
        List<Point> points = things.stream()
                .map(thing -> Point.of(x.applyAsDouble(thing), y.applyAsDouble(thing)))
                .toList();
        return new Series(name, colour, kind, points);
    }
}
