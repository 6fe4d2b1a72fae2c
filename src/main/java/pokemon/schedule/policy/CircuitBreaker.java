package pokemon.schedule.policy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * Distinguishes an outage of the server from ids that fail by themselves.
 *
 * <p>Failures with no success between them form a streak. An id that failed before the streak is likely to be at fault
 * itself, so its failures do not add to it. A success ends the streak only if its attempt began after the first failure
 * of the streak; an older one shows nothing about the time since. The breaker opens when a streak has become long, in
 * number and in time. While it is open, failures do not count against their ids, and one probe at a time asks the
 * server: after 0.5 s, then after twice as long each time, up to 15 s. A success closes it. When a streak outlasts the
 * patience, the run gives up.
 */
public final class CircuitBreaker {
    /** Failures of a streak that opens: 0.4 to the power of 12 is 1 in 60 000, with a server that fails 40 % of all. */
    private static final int LONG_STREAK = 12;

    /** The least age of a long streak: by then ids that fail the first time only have been tried again. */
    private static final long LONG_STREAK_NANOS = Duration.ofMillis(500).toNanos();

    /** Failures of a streak that opens when it is old, as when no request is answered. */
    private static final int OLD_STREAK = 3;

    private static final long OLD_STREAK_NANOS = Duration.ofSeconds(5).toNanos();

    /** Failures of a streak after which further ids show nothing new. */
    private static final int ENOUGH_FAILURES = 8;

    private static final Duration FIRST_HOLD = Duration.ofMillis(500);
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(15);

    /** The patience before any answer. */
    private static final Duration PATIENCE_AT_START = Duration.ofSeconds(5);

    /** The patience when only {@link #LAST_IDS} are left, which may be at fault themselves. */
    private static final Duration PATIENCE_FOR_LAST = Duration.ofSeconds(15);

    private static final int LAST_IDS = 2;

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
    public sealed interface Verdict {
        /** The failure counts as one of the id's attempts. */
        record Counts() implements Verdict {}

        /** The failure belongs to an outage that is known already. */
        record Spared() implements Verdict {}

        /** There is an outage: all workers pause, and then one probe follows. */
        record Hold(Duration pause) implements Verdict {}

        /** The outage has lasted too long. */
        record GiveUp() implements Verdict {}
    }

    /** Begins with a server in an unknown state. The patience is the longest outage after a first answer. */
    public CircuitBreaker(Duration patience, long now) {
        this.patience = patience;
        this.lastAnswer = now;
    }

    /** Returns the number of the current streak; it grows with each success that ends one. */
    public int streak() {
        return streak;
    }

    public boolean everAnswered() {
        return everAnswered;
    }

    public boolean isOpen() {
        return open;
    }

    /** Returns whether ids fail that have not failed before, and none has succeeded since. */
    public boolean isFailing() {
        return failures > 0;
    }

    /** Returns whether further ids would show nothing new. */
    public boolean hasEnoughFailures() {
        return failures >= ENOUGH_FAILURES;
    }

    /** Returns how long the current trouble has lasted. */
    public Duration trouble(long now) {
        return Duration.ofNanos(now - troubleSince);
    }

    /** Records a proper answer to an attempt that began at a time. Returns whether that ends an outage. */
    public boolean answered(long begin, long now) {
        everAnswered = true;
        if (failures > 0 && begin - firstFailure < 0) {
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
     * Records an attempt that failed because of the server or the way to it.
     *
     * @param known whether the id failed before the current streak
     * @param begin when the attempt began
     * @param left how many ids have not ended
     */
    public Verdict failed(boolean known, long begin, long now, int left) {
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
        Duration minimum = everAnswered ? FIRST_HOLD : Duration.ZERO;
        return open(now, Collections.max(List.of(minimum, rest(now, left))));
    }

    /** Opens because no id is left that could show more. */
    public Verdict openStuck(long now, int left) {
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
        Duration pause = min(hold, rest);
        hold = min(hold.multipliedBy(2), LONGEST_HOLD);
        return new Verdict.Hold(pause);
    }

    private Duration rest(long now, int left) {
        return patience(left).minus(trouble(now));
    }

    /** Returns how long an outage may last while a number of ids have not ended. */
    public Duration patience(int left) {
        if (!everAnswered) {
            return min(patience, PATIENCE_AT_START);
        }
        return left <= LAST_IDS ? min(patience, PATIENCE_FOR_LAST) : patience;
    }

    private static Duration min(Duration one, Duration other) {
        return Collections.min(List.of(one, other));
    }
}
