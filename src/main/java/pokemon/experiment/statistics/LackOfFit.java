package pokemon.experiment.statistics;

import java.util.Collection;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Whether the means of repeated measurements miss a curve by more than the spread of the repeats explains (Fisher's F
 * test for lack of fit).
 */
public final class LackOfFit {
    private LackOfFit() {}

    /**
     * Returns the probability that the means miss a right curve as far as these or farther; nothing without repeats, or
     * without more groups than coefficients.
     *
     * @param groups the measurements at each place, each divided by what the curve has there
     * @param coefficients the number of coefficients of the curve
     */
    public static OptionalDouble pValue(Collection<Summary> groups, int coefficients) {
        int all = groups.stream().mapToInt(group -> group.samples().size()).sum();
        int pureDegrees = all - groups.size();
        int lackDegrees = groups.size() - coefficients;
        if (pureDegrees < 1 || lackDegrees < 1) {
            return OptionalDouble.empty();
        }
        double pure = groups.stream().mapToDouble(LackOfFit::within).sum();
        double lack = groups.stream()
                .mapToDouble(group -> group.samples().size() * Math.pow(group.mean() - 1, 2))
                .sum();
        if (pure == 0) {
            return OptionalDouble.of(lack == 0 ? 1 : 0);
        }
        double f = lack / lackDegrees / (pure / pureDegrees);
        return OptionalDouble.of(FDistribution.of(lackDegrees, pureDegrees).survivalProbability(f));
    }

    /** Returns the sum of the squared differences from the mean. */
    public static double within(Summary group) {
        return group.samples().stream()
                .mapToDouble(sample -> Math.pow(sample - group.mean(), 2))
                .sum();
    }
}
