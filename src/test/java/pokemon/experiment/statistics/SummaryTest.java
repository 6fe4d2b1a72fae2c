package pokemon.experiment.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class SummaryTest {
    @Test
    void sumsUpAnEvenNumberOfSamples() {
        Summary summary = Summary.of(List.of(4.0, 1.0, 3.0, 2.0));
        assertEquals(2.5, summary.mean());
        assertEquals(2.5, summary.median());
        assertEquals(Math.sqrt(5.0 / 3), summary.stddev(), 1e-12);
        assertEquals(1, summary.min());
        assertEquals(4, summary.max());
        assertEquals(List.of(4.0, 1.0, 3.0, 2.0), summary.samples(), "in the order they were made");
    }

    @Test
    void oneSampleHasNoSpread() {
        Summary summary = Summary.of(List.of(7.0));
        assertTrue(Double.isNaN(summary.stddev()));
        assertEquals(0, summary.relativeSpread());
        assertEquals(7, summary.median());
    }

    @Test
    void noSampleIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Summary.of(List.of()));
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        Bootstrap bootstrap = new Bootstrap(500, 3);
        Bootstrap.Interval interval = bootstrap.interval(RandomGenerator::nextDouble);
        assertEquals(interval, bootstrap.interval(RandomGenerator::nextDouble));
        assertEquals(0.025, interval.low(), 0.02);
        assertEquals(0.975, interval.high(), 0.02);
    }
}
