package pokemon.experiment.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * How far a number could be off, found by computing it anew from samples drawn with replacement (the percentile method
 * of Efron's bootstrap).
 *
 * @param rounds how often it is computed anew
 * @param seed the same seed gives the same interval
 */
public record Bootstrap(int rounds, long seed) {
    /** Probability that is left out on each side of an interval. */
    private static final double TAIL = 0.025;

    /**
     * Where a number lies with a confidence of 95 %.
     *
     * @param low the lower end
     * @param high the upper end
     */
    public record Interval(double low, double high) {
        /** Returns whether a value lies between the ends, or on one. */
        public boolean contains(double value) {
            return low <= value && value <= high;
        }
    }

    /** Returns the interval of a statistic of some samples. */
    Interval interval(List<Double> samples, ToDoubleFunction<List<Double>> statistic) {
        return interval(random -> statistic.applyAsDouble(draw(samples, random)));
    }

    /** Returns the interval of whatever a round computes from random numbers. */
    public Interval interval(ToDoubleFunction<RandomGenerator> round) {
        RandomGenerator random = new SplittableRandom(seed);
        double[] values = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            values[i] = round.applyAsDouble(random);
        }
        return percentiles(values);
    }

    /** Returns the middle 95 % of some values; values that are not a number are left out. */
    static Interval percentiles(double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return new Interval(Double.NaN, Double.NaN);
        }
        int last = sorted.length - 1;
        return new Interval(sorted[(int) Math.floor(TAIL * last)], sorted[(int) Math.ceil((1 - TAIL) * last)]);
    }

    /** Draws as many samples as there are, each from all of them. */
    static List<Double> draw(List<Double> samples, RandomGenerator random) {
        List<Double> drawn = new ArrayList<>(samples.size());
        for (int i = 0; i < samples.size(); i++) {
            drawn.add(samples.get(random.nextInt(samples.size())));
        }
        return drawn;
    }
}
