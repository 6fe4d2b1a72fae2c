package pokemon.schedule;

import java.time.Duration;

/**
 * Tells an outage of the server from ids that fail by themselves. Pure: it hears how attempts end, and says what
 * follows.
 *
 * <p>How it works: failures with no success between them form a streak. An id that failed before the streak is likely
 * to be at fault itself, so its failures do not add to it. A success ends the streak only if its attempt began after
 * the first failure of the streak; an older one says nothing about the time since. The breaker opens when a streak has
 * become long, in number and in time. While it is open, failures are not held against their ids, and one probe at a
 * time finds out whether the server is back: after 0.5 s, then after twice as long each time, up to 15 s. A success
 * closes it. When a streak outlasts the patience, the run gives up.
 *
 * <p>Not for use by several threads at once. All times are nanoseconds of one clock.
 */
final class CircuitBreaker {
    /** Failures of a streak that opens: 0.4 to the power of 12 is 1 in 60 000, with a server that fails 40 % of all. */
    private static final int LONG_STREAK = 12;

    /** The least age of a long streak: by then ids that fail the first time only have been tried again. */
    private static final long LONG_STREAK_NANOS = Duration.ofMillis(500).toNanos();

    /** Failures of a streak that opens when it is old, as when no request is answered. */
    private static final int OLD_STREAK = 3;

    private static final long OLD_STREAK_NANOS = Duration.ofSeconds(5).toNanos();

    /** Failures of a streak after which further ids would tell no more than those that failed. */
    private static final int ENOUGH_FAILURES = 8;

    private static final Duration FIRST_HOLD = Duration.ofMillis(500);
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(15);

    /** The patience before any answer. */
    private static final Duration PATIENCE_AT_START = Duration.ofSeconds(5);

    /** The patience when so few ids are left that they may be at fault themselves. */
    private static final Duration PATIENCE_FOR_FEW = Duration.ofSeconds(15);

    private static final int FEW_IDS = 2;

    private final Duration patience;
    private boolean everAnswered;
    private long lastAnswer;
    private int streak;
    private int failures;
    private long firstFailure;
    private long troubleSince;
    private boolean open;
    private Duration hold = FIRST_HOLD;
    private long heldAt;

    /** What follows from a failed attempt. */
    sealed interface Verdict {
        /** The failure counts as one of the id's attempts. */
        record Counts() implements Verdict {}

        /** The failure belongs to an outage that is known already. */
        record Spared() implements Verdict {}

        /** There is an outage: everybody waits, and then one probe follows. */
        record Hold(Duration pause) implements Verdict {}

        /** The outage has lasted too long. */
        record GiveUp() implements Verdict {}
    }

    /**
     * Begins with a server of which nothing is known.
     *
     * @param patience the longest outage after a first answer
     */
    CircuitBreaker(Duration patience, long now) {
        this.patience = patience;
        this.lastAnswer = now;
    }

    /** Returns the number of the current streak; it grows with each success that ends one. */
    int streak() {
        return streak;
    }

    /** Returns whether there was any answer so far. */
    boolean everAnswered() {
        return everAnswered;
    }

    boolean isOpen() {
        return open;
    }

    /** Returns whether further ids would tell no more than those that failed already. */
    boolean hasEnoughFailures() {
        return failures >= ENOUGH_FAILURES;
    }

    /** Returns how long the current trouble has lasted. */
    Duration trouble(long now) {
        return Duration.ofNanos(now - troubleSince);
    }

    /**
     * Enters an attempt that the server answered in good order, whatever became of the image.
     *
     * @param begin when the attempt began
     * @return whether that ends an outage
     */
    boolean answered(long begin, long now) {
        everAnswered = true;
        boolean old = failures > 0 && begin - firstFailure < 0;
        if (old) {
            return false;
        }
        lastAnswer = now;
        streak += failures > 0 ? 1 : 0;
        failures = 0;
        hold = FIRST_HOLD;
        boolean ended = open;
        open = false;
        return ended;
    }

    /**
     * Enters an attempt that failed because of the server or the way to it.
     *
     * @param known whether the id failed before the current streak
     * @param begin when the attempt began
     * @param left how many ids have not ended yet
     */
    Verdict failed(boolean known, long begin, long now, int left) {
        if (known && !open) {
            return new Verdict.Counts();
        }
        failures++;
        if (failures == 1) {
            firstFailure = now;
            troubleSince = begin - lastAnswer > 0 ? begin : lastAnswer;
        }
        if (open) {
            boolean probe = begin - heldAt >= 0;
            return probe ? holdOn(now, rest(now, left)) : new Verdict.Spared();
        }
        boolean isLong = failures >= LONG_STREAK && now - firstFailure >= LONG_STREAK_NANOS;
        boolean isOld = failures >= OLD_STREAK && now - troubleSince >= OLD_STREAK_NANOS;
        if (!isLong && !isOld) {
            return new Verdict.Counts();
        }
        // A server that answered before gets at least one probe, however long its last answers took to fail.
        Duration least = everAnswered ? FIRST_HOLD : Duration.ZERO;
        return open(now, most(least, rest(now, left)));
    }

    /** Opens because nothing is left to try that could tell more. */
    Verdict openStuck(long now, int left) {
        return open(now, rest(now, left));
    }

    private Verdict open(long now, Duration rest) {
        open = true;
        return holdOn(now, rest);
    }

    private Verdict holdOn(long now, Duration rest) {
        if (rest.isZero() || rest.isNegative()) {
            return new Verdict.GiveUp();
        }
        heldAt = now;
        Duration pause = hold.compareTo(rest) < 0 ? hold : rest;
        hold = hold.multipliedBy(2).compareTo(LONGEST_HOLD) < 0 ? hold.multipliedBy(2) : LONGEST_HOLD;
        return new Verdict.Hold(pause);
    }

    private Duration rest(long now, int left) {
        return patience(left).minus(trouble(now));
    }

    /** Returns how long an outage may last when so many ids have not ended yet. */
    Duration patience(int left) {
        if (!everAnswered) {
            return least(patience, PATIENCE_AT_START);
        }
        return left <= FEW_IDS ? least(patience, PATIENCE_FOR_FEW) : patience;
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration most(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
