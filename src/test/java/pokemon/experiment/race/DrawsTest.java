package pokemon.experiment.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import pokemon.experiment.measure.ResourceUsage;

class DrawsTest {
    private static Draws.Counts worker(int last, int... ids) {
        Draws.Counts counts = new Draws.Counts(last);
        for (int id : ids) {
            counts.add(id);
        }
        return counts;
    }

    @Test
    void countsWhatWasDrawnTwiceSkippedAndPastTheEnd() {
        Draws draws = Draws.sum(5, List.of(worker(5, 1, 2, 2, 6), worker(5, 2, 4, 7)), 700, 0.5, ResourceUsage.UNKNOWN);
        assertEquals(7, draws.draws());
        assertEquals(1, draws.twice());
        assertEquals(2, draws.repeated());
        assertEquals(2, draws.skipped());
        assertEquals(2, draws.pastEnd());
        assertEquals(100, draws.nanosPerDraw());
        assertFalse(draws.isExact());
    }

    @Test
    void eachIdOnceIsExact() {
        assertTrue(Draws.sum(3, List.of(worker(3, 2), worker(3, 1, 3)), 1, 0, ResourceUsage.UNKNOWN)
                .isExact());
    }
}
