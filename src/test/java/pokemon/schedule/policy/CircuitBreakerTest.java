package pokemon.schedule.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pokemon.schedule.policy.CircuitBreaker.Verdict;

final class CircuitBreakerTest {
    private static final int MANY = 100;

    private final CircuitBreaker breaker = new CircuitBreaker(Duration.ofSeconds(60), 0);
    private long now;

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }

    /** Lets an attempt fail that took a time. */
    private Verdict fails(long taken) {
        now += millis(taken);
        return breaker.failed(false, now - millis(taken), now, MANY);
    }

    private boolean succeeds(long taken) {
        now += millis(taken);
        return breaker.answered(now - millis(taken), now);
    }

    private static void assertCounts(Verdict verdict) {
        assertInstanceOf(Verdict.Counts.class, verdict);
    }

    /** Lets attempts fail until the breaker opens, and returns how many did. */
    private int failUntilOpen(long taken) {
        int failures = 1;
        while (fails(taken) instanceof Verdict.Counts) {
            failures++;
        }
        return failures;
    }

    /** Lets each probe of an open breaker fail until it gives up, and returns the milliseconds between them. */
    private List<Long> probeUntilItGivesUp() {
        List<Long> holds = new ArrayList<>();
        Verdict verdict = new Verdict.Hold(Duration.ofMillis(500));
        while (verdict instanceof Verdict.Hold hold) {
            holds.add(hold.pause().toMillis());
            now += hold.pause().toNanos();
            verdict = fails(0);
        }
        assertInstanceOf(Verdict.GiveUp.class, verdict);
        return holds;
    }

    @Test
    void staysClosedAsLongAsSuccessesComeBetween() {
        for (int i = 0; i < 200; i++) {
            for (int failure = 0; failure < 11; failure++) {
                assertCounts(fails(100));
            }
            assertFalse(succeeds(100), "no outage ended");
        }
    }

    @Test
    void isFailingWhileNoneSucceedsAndIdsFailForTheFirstTime() {
        succeeds(10);
        assertCounts(breaker.failed(true, now, now, MANY));
        assertFalse(breaker.isFailing(), "an id that has failed before tells nothing");
        assertCounts(fails(10));
        assertTrue(breaker.isFailing());
        succeeds(10);
        assertFalse(breaker.isFailing());
    }

    @Test
    void opensAfterTwelveFailuresThatTookHalfASecond() {
        succeeds(10);
        assertEquals(12, failUntilOpen(100));
        assertTrue(breaker.isOpen());
    }

    @Test
    void leavesTimeForIdsThatFailTheFirstTimeOnly() {
        succeeds(10);
        for (int i = 0; i < 400; i++) {
            assertCounts(fails(1));
        }
    }

    @Test
    void opensAfterThreeFailuresThatTookFiveSeconds() {
        succeeds(10);
        assertEquals(3, failUntilOpen(2_000));
    }

    @Test
    void holdsTwiceAsLongAfterEachProbeThatFailsUpToFifteenSeconds() {
        succeeds(10);
        failUntilOpen(100);
        List<Long> holds = probeUntilItGivesUp();
        assertEquals(List.of(500L, 1_000L, 2_000L, 4_000L, 8_000L, 15_000L, 15_000L), holds.subList(0, 7));
        assertEquals(60, breaker.trouble(now).toSeconds(), "the last probe comes at the end of the patience");
    }

    @Test
    void givesUpFiveSecondsAfterTheStartWhenThereWasNoAnswerAtAll() {
        failUntilOpen(100);
        probeUntilItGivesUp();
        assertEquals(5, Duration.ofNanos(now).toSeconds());
        assertFalse(breaker.everAnswered());
    }

    @Test
    void givesUpAtOnceWhenTheFirstRequestsAllTakeTheirWholeDeadline() {
        assertCounts(breaker.failed(false, 0, millis(30_000), MANY));
        assertCounts(breaker.failed(false, 0, millis(30_000), MANY));
        assertInstanceOf(Verdict.GiveUp.class, breaker.failed(false, 0, millis(30_000), MANY));
    }

    @Test
    void probesAServerThatAnsweredBeforeHoweverLongItsLastAnswersTookToFail() {
        succeeds(10);
        assertCounts(breaker.failed(false, now, now + millis(90_000), MANY));
        assertCounts(breaker.failed(false, now, now + millis(90_000), MANY));
        assertInstanceOf(Verdict.Hold.class, breaker.failed(false, now, now + millis(90_000), MANY));
    }

    @Test
    void givesUpSoonerWhenSoFewIdsAreLeftThatTheyMayBeAtFault() {
        succeeds(10);
        failUntilOpen(100);
        now += millis(14_000);
        assertInstanceOf(Verdict.GiveUp.class, breaker.failed(false, now, now, 2));
    }

    @Test
    void sparesWhatWasUnderWayWhenItOpened() {
        succeeds(10);
        long before = now;
        failUntilOpen(100);
        assertInstanceOf(Verdict.Spared.class, breaker.failed(false, before, now, MANY));
    }

    @Test
    void doesNotTakeIdsThatFailedBeforeForASignOfAnOutage() {
        succeeds(10);
        for (int i = 0; i < 100; i++) {
            now += millis(100);
            assertCounts(breaker.failed(true, now, now, MANY));
        }
    }

    @Test
    void closesWhenAProbeSucceedsAndForgetsThePast() {
        succeeds(10);
        failUntilOpen(100);
        now += millis(500);
        assertTrue(succeeds(5));
        assertFalse(breaker.isOpen());
        assertEquals(12, failUntilOpen(100), "a new streak");
    }

    @Test
    void doesNotCloseWhenAnAnswerArrivesThatIsOlderThanTheOutage() {
        succeeds(10);
        long before = now;
        failUntilOpen(100);
        assertFalse(breaker.answered(before, now));
        assertTrue(breaker.isOpen());
    }

    @Test
    void countsTheStreaksThatASuccessEnded() {
        int first = breaker.streak();
        succeeds(1);
        assertEquals(first, breaker.streak(), "no failure, no streak");
        fails(1);
        succeeds(1);
        assertEquals(first + 1, breaker.streak());
    }
}
