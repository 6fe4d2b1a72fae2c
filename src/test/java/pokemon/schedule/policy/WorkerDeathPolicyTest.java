package pokemon.schedule.policy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class WorkerDeathPolicyTest {
    private final WorkerDeathPolicy deaths = new WorkerDeathPolicy();

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }

    @Test
    void failsAnIdThatWasAloneWithTwoDeaths() {
        assertFalse(deaths.recordDeath(5, 0));
        assertTrue(deaths.recordDeath(5, millis(300)), "its own deaths do not excuse each other");
    }

    @Test
    void excusesDeathsThatComeTogether() {
        assertFalse(deaths.recordDeath(5, 0));
        assertFalse(deaths.recordDeath(6, millis(100)));
        assertFalse(deaths.recordDeath(5, millis(5_000)), "the first one came with another, the second one alone");
        assertTrue(deaths.recordDeath(5, millis(9_000)));
    }

    @Test
    void excusesADeathThatCameJustAfterThatOfAWorkerWithoutAnId() {
        deaths.recordFailedStart(millis(100));
        assertFalse(deaths.recordDeath(5, millis(600)));
        assertFalse(deaths.recordDeath(5, millis(5_000)));
    }

    @Test
    void failsAnIdAfterFourDeathsWhateverElseDied() {
        for (int i = 0; i < 3; i++) {
            assertFalse(deaths.recordDeath(5, millis(i * 200L)));
            assertFalse(deaths.recordDeath(10 + i, millis(i * 200L)));
        }
        assertTrue(deaths.recordDeath(5, millis(700)));
    }
}
