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
        // t = 3.67 / sqrt(24.4 / 9 + 20.0 / 9) with 15.8 degrees of freedom.
        Summary one = of(32.0, 37.0, 35.0, 28.0, 41.0, 44.0, 35.0, 31.0, 34.0);
        Summary other = of(35.0, 31.0, 29.0, 25.0, 34.0, 40.0, 27.0, 32.0, 31.0);
        double t = (one.mean() - other.mean())
                / Math.sqrt(one.stddev() * one.stddev() / 9 + other.stddev() * other.stddev() / 9);
        assertEquals(1.649, t, 0.001);
        assertEquals(0.119, MeanTest.pValue(one, other).orElseThrow(), 0.001);
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
