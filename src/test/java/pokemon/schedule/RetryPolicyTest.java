package pokemon.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import pokemon.download.FailureKind;
import pokemon.download.Outcome;

final class RetryPolicyTest {
    private static final Outcome.Failed TRANSIENT = new Outcome.Failed(FailureKind.TRANSIENT, "test");
    private static final Outcome.Failed DIED = new Outcome.Failed(FailureKind.WORKER_DIED, "test");

    private final RetryPolicy policy =
            new RetryPolicy(4, Duration.ofMillis(100), Duration.ofMillis(300), Duration.ofSeconds(60));

    /** A generator that always draws its largest value, so that the bound of the jitter shows. */
    private static final RandomGenerator LARGEST = new Random(0) {
        private static final long serialVersionUID = 1;

        @Override
        public double nextDouble() {
            return Math.nextDown(1.0);
        }
    };

    private static Claim after(Outcome.Failed failure, int times) {
        Claim claim = Claim.first(1);
        for (int i = 0; i < times; i++) {
            claim = claim.after(failure, 0);
        }
        return claim;
    }

    private long millis(int failures) {
        Duration delay =
                policy.delay(after(TRANSIENT, failures), TRANSIENT, LARGEST).orElseThrow();
        return Math.round(delay.toNanos() / 1e6);
    }

    @Test
    void doublesTheBoundOfTheDelayUpToTheCap() {
        assertEquals(100, millis(0));
        assertEquals(200, millis(1));
        assertEquals(300, millis(2));
    }

    @Test
    void spreadsTheDelayOverTheWholeTimeBelowTheBound() {
        Random random = new Random(1);
        double sum = 0;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < 1_000; i++) {
            double delay = policy.delay(after(TRANSIENT, 0), TRANSIENT, random)
                            .orElseThrow()
                            .toNanos()
                    / 1e6;
            sum += delay;
            least = Math.min(least, delay);
            assertTrue(delay < 100);
        }
        assertEquals(50, sum / 1_000, 5);
        assertTrue(least < 1);
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        assertEquals(Optional.empty(), policy.delay(after(TRANSIENT, 3), TRANSIENT, LARGEST));
    }

    @Test
    void doesNotRepeatWhatCannotHelp() {
        Outcome.Failed permanent = new Outcome.Failed(FailureKind.PERMANENT, "test");
        assertEquals(Optional.empty(), policy.delay(after(TRANSIENT, 0), permanent, LARGEST));
    }

    @Test
    void honoursRetryAfterUpToItsCap() {
        Outcome.Failed patient = new Outcome.Failed(FailureKind.TRANSIENT, "test", Optional.of(Duration.ofSeconds(7)));
        Outcome.Failed endless = new Outcome.Failed(FailureKind.TRANSIENT, "test", Optional.of(Duration.ofDays(7)));
        assertEquals(Optional.of(Duration.ofSeconds(7)), policy.delay(after(TRANSIENT, 0), patient, LARGEST));
        assertEquals(Optional.of(Duration.ofSeconds(60)), policy.delay(after(TRANSIENT, 0), endless, LARGEST));
    }

    @Test
    void givesAnIdUpThatHasKilledTwoWorkers() {
        assertEquals(Optional.of(Duration.ZERO), policy.delay(after(DIED, 0), DIED, LARGEST));
        assertEquals(Optional.empty(), policy.delay(after(DIED, 1), DIED, LARGEST));
    }

    @Test
    void doesNotCountADeathAsOneOfTheAttempts() {
        assertTrue(policy.delay(after(DIED, 1).after(TRANSIENT, 0).after(TRANSIENT, 0), TRANSIENT, LARGEST)
                .isPresent());
    }

    @Test
    void refusesToMakeNoAttempt() {
        assertThrows(IllegalArgumentException.class, () -> policy.withAttempts(0));
    }
}
