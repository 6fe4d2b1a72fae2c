package pokemon.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import pokemon.download.outcome.FailureKind;
import pokemon.download.outcome.Outcome;
import pokemon.download.trace.Phases;
import pokemon.schedule.run.IdResult.FailedAttempt;
import pokemon.schedule.run.RetryPolicy;

final class RetryPolicyTest {
    private static final Outcome.Failed TRANSIENT = new Outcome.Failed(FailureKind.TRANSIENT, "test");

    private final RetryPolicy policy = new RetryPolicy(
            4, Duration.ofMillis(100), Duration.ofMillis(300), Duration.ofMinutes(1), Duration.ofMinutes(1));

    /** A generator that always draws its largest value, so that the bound of the jitter shows. */
    private static final RandomGenerator LARGEST = () -> -1;

    private static Claim after(Outcome.Failed failure, int times) {
        Claim claim = Claim.first(1);
        for (int i = 0; i < times; i++) {
            claim = claim.after(attempt(failure));
        }
        return claim;
    }

    private static FailedAttempt attempt(Outcome.Failed failure) {
        return new FailedAttempt(0, 0, 0, failure, new Phases(0, Map.of()));
    }

    private long millis(int failures) {
        Duration delay = policy.delay(failures, TRANSIENT, LARGEST);
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
            double delay = policy.delay(0, TRANSIENT, random).toNanos() / 1e6;
            sum += delay;
            least = Math.min(least, delay);
            assertTrue(delay < 100);
        }
        assertEquals(50, sum / 1_000, 5);
        assertTrue(least < 1);
    }

    @Test
    void knowsTheLastAttempt() {
        assertFalse(isLast(policy, after(TRANSIENT, 2), FailureKind.TRANSIENT));
        assertTrue(isLast(policy, after(TRANSIENT, 3), FailureKind.TRANSIENT));
    }

    @Test
    void doesNotRepeatWhatCannotHelp() {
        assertTrue(isLast(policy, after(TRANSIENT, 0), FailureKind.PERMANENT));
    }

    @Test
    void asksOnceMoreForADamagedImage() {
        Outcome.Failed damaged = new Outcome.Failed(FailureKind.DAMAGED, "test");
        assertFalse(isLast(policy, after(damaged, 0), FailureKind.DAMAGED));
        assertFalse(isLast(policy, after(TRANSIENT, 1), FailureKind.DAMAGED), "damaged for the first time");
        assertTrue(isLast(policy, after(damaged, 1), FailureKind.DAMAGED));
        assertTrue(isLast(policy.withLimits(1, Duration.ofMinutes(1)), after(damaged, 0), FailureKind.DAMAGED));
    }

    @Test
    void doesNotCountAnAttemptThatWasSpared() {
        Claim claim = after(TRANSIENT, 2).afterSpared(attempt(TRANSIENT)).afterSpared(attempt(TRANSIENT));
        assertFalse(isLast(policy, claim, FailureKind.TRANSIENT));
        assertTrue(isLast(policy, claim.after(attempt(TRANSIENT)), FailureKind.TRANSIENT));
        assertFalse(isLast(policy, claim.after(attempt(TRANSIENT)).forgiven(), FailureKind.TRANSIENT));
    }

    private static Outcome.Failed asking(Duration pause) {
        return new Outcome.Failed(FailureKind.THROTTLED, "test", Optional.of(pause));
    }

    @Test
    void honoursRetryAfterUpToItsCap() {
        assertEquals(Duration.ofSeconds(7), policy.delay(0, asking(Duration.ofSeconds(7)), LARGEST));
        assertEquals(Duration.ofSeconds(60), policy.delay(0, asking(Duration.ofDays(7)), LARGEST));
        assertEquals(Optional.of(Duration.ofSeconds(60)), policy.pause(asking(Duration.ofDays(7))));
    }

    @Test
    void backsOffWhenTheServerAsksForLessThanThat() {
        for (Duration pause : List.of(Duration.ZERO, Duration.ofMillis(1))) {
            Duration delay = policy.delay(0, asking(pause), LARGEST);
            assertEquals(100, Math.round(delay.toNanos() / 1e6));
        }
        assertEquals(Optional.empty(), policy.pause(asking(Duration.ZERO)), "a pause of zero is none");
    }

    @Test
    void refusesToWaitForNoTimeOrToMakeNoAttempt() {
        assertThrows(IllegalArgumentException.class, () -> policy.withLimits(4, Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> policy.withLimits(0, Duration.ofMinutes(1)));
    }

    private static boolean isLast(RetryPolicy policy, Claim claim, FailureKind kind) {
        return policy.isLast(claim.counted(), claim.last(), kind);
    }
}
