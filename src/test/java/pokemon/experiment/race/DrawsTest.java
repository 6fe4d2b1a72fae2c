package pokemon.experiment.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private static DrawCounts hand(int last, int... ids) {
        DrawCounts hand = new DrawCounts(last);
        for (int id : ids) {
            hand.take(id);
        }
        return hand;
    }

    @Test
    void countsWhatWasDrawnTwiceSkippedAndPastTheEnd() {
        Draws draws = Draws.count(5, List.of(hand(5, 1, 2, 2, 6), hand(5, 2, 4, 7)), 700);
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
        assertTrue(Draws.count(3, List.of(hand(3, 2), hand(3, 1, 3)), 1).isExact());
    }
}
