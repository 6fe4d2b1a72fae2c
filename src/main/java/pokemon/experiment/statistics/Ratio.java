package pokemon.experiment.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The ratio of two means with its 95 % confidence interval, by Student's t on the logarithm (the delta method).
 *
 * @param low the lower end, NaN when a spread is unknown
 * @param high the upper end, NaN when a spread is unknown
 */
public record Ratio(double value, double low, double high) {
    /**
     * Divides two positive means.
     *
     * @param comparisons from how many ratios this one was picked, at least 1; the interval is widened for that
     */
    public static Ratio of(Summary numerator, Summary denominator, int comparisons) {
        double value = numerator.mean() / denominator.mean();
        double first = numerator.squaredError() / (numerator.mean() * numerator.mean());
        double second = denominator.squaredError() / (denominator.mean() * denominator.mean());
        double squared = first + second;
        if (Double.isNaN(squared) || squared == 0) {
            double end = squared == 0 ? value : Double.NaN;
            return new Ratio(value, end, end);
        }
        double degrees = MeanTest.degrees(
                first, numerator.samples().size(), second, denominator.samples().size());
        double width = TDistribution.of(degrees).inverseSurvivalProbability(MeanTest.LEVEL / 2 / comparisons)
                * Math.sqrt(squared);
        return new Ratio(value, value * Math.exp(-width), value * Math.exp(width));
    }

    public boolean isKnown() {
        return !Double.isNaN(low);
    }

    /** Returns whether the interval holds 1 or is unknown, so that neither mean is known to be the larger one. */
    public boolean mayBeEqual() {
        return !(low > 1 || high < 1);
    }
}
