package pokemon.experiment.statistics;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Distinguishes differences of means from chance by Student's t test for unequal variances (B. L. Welch, 1947).
 *
 * <p>Picking the best of many means and comparing the others with it makes as many comparisons as there are others. The
 * level is divided by their number (Bonferroni), so that all of them together err with at most {@link #LEVEL}.
 */
public final class MeanTest {
    /** The probability of a difference where there is none. */
    public static final double LEVEL = 0.05;

    private MeanTest() {}

    /** The result of comparing two means. */
    public enum Verdict {
        /** Chance hardly explains the difference. */
        DIFFERENT,
        /** Chance may explain the difference. */
        CHANCE,
        /** One of them was measured only once, so that its spread is unknown. */
        UNKNOWN
    }

    /**
     * Compares two means.
     *
     * @param comparisons how many comparisons are made together, at least 1
     */
    public static Verdict verdict(Summary one, Summary other, int comparisons) {
        OptionalDouble p = pValue(one, other);
        if (p.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        return p.getAsDouble() < LEVEL / comparisons ? Verdict.DIFFERENT : Verdict.CHANCE;
    }

    /**
     * Returns the probability of a difference as large as this one or larger if the means were equal; nothing when a
     * spread is unknown.
     */
    public static OptionalDouble pValue(Summary one, Summary other) {
        double squared = one.squaredError() + other.squaredError();
        if (Double.isNaN(squared)) {
            return OptionalDouble.empty();
        }
        double difference = Math.abs(one.mean() - other.mean());
        if (squared == 0) {
            return OptionalDouble.of(difference == 0 ? 1 : 0);
        }
        double t = difference / Math.sqrt(squared);
        int size = one.samples().size();
        int otherSize = other.samples().size();
        double degrees = degrees(one.squaredError(), size, other.squaredError(), otherSize);
        return OptionalDouble.of(2 * TDistribution.of(degrees).survivalProbability(t));
    }

    /** Returns the degrees of freedom of a difference, from squared errors (F. E. Satterthwaite, 1946). */
    static double degrees(double first, int firstSize, double second, int secondSize) {
        double sum = first + second;
        return sum * sum / (first * first / (firstSize - 1) + second * second / (secondSize - 1));
    }
}
