package pokemon.experiment.statistics;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/**
 * Confidence intervals by resampling (the percentile method of Efron's bootstrap).
 *
 * @param rounds number of resamplings, at least 1
 * @param seed the same seed gives the same interval
 */
public record Bootstrap(int rounds, long seed) {
    /** The probability outside of an interval, on each side. */
    private static final double TAIL = 0.025;

    /** The ends of a 95 % confidence interval, NaN when unknown. */
    public record Interval(double low, double high) {}

    /**
     * Returns the interval that holds the middle 95 % of what the rounds compute.
     *
     * @param round computes the statistic of one resampling; NaN does not count
     */
    public Interval interval(ToDoubleFunction<RandomGenerator> round) {
        RandomGenerator random = new SplittableRandom(seed);
        double[] sorted = DoubleStream.generate(() -> round.applyAsDouble(random))
                .limit(rounds)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return new Interval(Double.NaN, Double.NaN);
        }
        int last = sorted.length - 1;
        return new Interval(sorted[(int) Math.floor(TAIL * last)], sorted[(int) Math.ceil((1 - TAIL) * last)]);
    }
}
