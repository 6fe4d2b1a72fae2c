package pokemon.experiment.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pokemon.experiment.statistics.MeanTest.Verdict;

final class MeanTestTest {
    private static Summary of(Double... samples) {
        return Summary.of(List.of(samples));
    }

    @Test
    void agreesWithTheTableOfStudent() {
        // t = ln(35.2 / 31.6) / sqrt(24.4 / 9 / 35.2^2 + 20.0 / 9 / 31.6^2) with 16.0 degrees of freedom.
        Summary one = of(32.0, 37.0, 35.0, 28.0, 41.0, 44.0, 35.0, 31.0, 34.0);
        Summary other = of(35.0, 31.0, 29.0, 25.0, 34.0, 40.0, 27.0, 32.0, 31.0);
        double t = Math.log(one.mean() / other.mean()) / Math.sqrt(squared(one) + squared(other));
        assertEquals(1.653, t, 0.001);
        assertEquals(0.118, MeanTest.pValue(one, other).orElseThrow(), 0.001);
    }

    private static double squared(Summary nine) {
        return Math.pow(nine.stddev() / nine.mean(), 2) / 9;
    }

    /** Three threads against one, measured twice: the raw difference and the ratio led to opposite sentences. */
    @Test
    void aDifferenceIsKnownWhereTheIntervalOfTheRatioExcludesOne() {
        Summary one = of(1.484944, 1.675492);
        Summary three = of(0.5875283, 0.6507519);
        for (int comparisons = 1; comparisons <= 20; comparisons++) {
            assertEquals(
                    !Ratio.of(one, three, comparisons).mayBeEqual(),
                    MeanTest.verdict(one, three, comparisons) == Verdict.DIFFERENT,
                    "comparisons: " + comparisons);
        }
        assertEquals(Verdict.DIFFERENT, MeanTest.verdict(one, three, 3));
    }

    @Test
    void aSingleMeasurementTellsNothing() {
        assertEquals(OptionalDouble.empty(), MeanTest.pValue(of(1.0), of(2.0, 2.1)));
        assertEquals(Verdict.UNKNOWN, MeanTest.verdict(of(1.0, 1.1), of(2.0), 1));
    }

    @Test
    void withoutSpreadAnyDifferenceIsKnown() {
        assertEquals(Verdict.DIFFERENT, MeanTest.verdict(of(1.0, 1.0), of(2.0, 2.0), 100));
        assertEquals(Verdict.CHANCE, MeanTest.verdict(of(1.0, 1.0), of(1.0, 1.0), 1));
    }

    @Test
    void moreComparisonsNeedALargerDifference() {
        Summary one = of(10.0, 11.0, 12.0);
        Summary other = of(13.5, 14.5, 15.5);
        assertEquals(Verdict.DIFFERENT, MeanTest.verdict(one, other, 1));
        assertEquals(Verdict.CHANCE, MeanTest.verdict(one, other, 20));
    }

    @Test
    void theIntervalOfARatioHoldsTheTrueRatio() {
        Random random = new Random(5);
        int missed = 0;
        for (int i = 0; i < 2_000; i++) {
            Summary one = Summary.of(Stream.generate(() -> 6 + 0.3 * random.nextGaussian())
                    .limit(3)
                    .toList());
            Summary other = Summary.of(Stream.generate(() -> 2 + 0.05 * random.nextGaussian())
                    .limit(3)
                    .toList());
            Ratio ratio = Ratio.of(one, other, 1);
            missed += ratio.low() > 3 || ratio.high() < 3 ? 1 : 0;
        }
        assertTrue(missed <= 120, "5 % of 2000 are 100; missed: " + missed);
        assertTrue(missed >= 20, "the intervals are wider than they need to be; missed: " + missed);
    }

    @Test
    void aRatioOfSingleMeasurementsHasNoInterval() {
        Ratio ratio = Ratio.of(of(6.0), of(2.0, 2.1), 1);
        assertFalse(ratio.isKnown());
        assertTrue(ratio.mayBeEqual());
    }

    @Test
    void meansOnACurveDoNotMissIt() {
        List<Summary> groups = List.of(of(0.9, 1.1), of(1.05, 0.95), of(0.98, 1.02), of(1.1, 0.9));
        assertEquals(1, LackOfFit.pValue(groups, 2).orElseThrow(), 1e-9);
        List<Summary> off = List.of(of(1.2, 1.21), of(0.8, 0.81), of(1.2, 1.19), of(0.8, 0.79));
        assertTrue(LackOfFit.pValue(off, 2).orElseThrow() < 0.001);
        assertEquals(OptionalDouble.empty(), LackOfFit.pValue(List.of(of(1.0), of(1.1), of(0.9)), 2));
    }
}
