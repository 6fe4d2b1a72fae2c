package pokemon.schedule;

import java.time.Duration;

/**
 * Computes when the next claim may be made: a time after the one before it, as {@code --rate} asks, and after a pause
 * that the server asked for. {@link WorkQueue#claim} waits for that long, and its lock guards this object. All times
 * are nanoseconds of one clock.
 */
final class RateLimiter {
    private final long nanosBetweenClaims;
    private long nextClaim;
    private long pausedUntil;

    /** Allows the first claim at once, and then {@code rate} claims per second at most; 0 stands for no limit. */
    RateLimiter(double rate, long now) {
        this.nanosBetweenClaims = rate > 0 ? (long) (1e9 / rate) : 0;
        this.nextClaim = now;
        this.pausedUntil = now;
    }

    /** Returns how long the next claim has to wait, 0 or less for not at all. */
    long delay(long now) {
        return Math.max(pausedUntil - now, nanosBetweenClaims > 0 ? nextClaim - now : 0);
    }

    void claimed(long now) {
        nextClaim = Math.max(nextClaim, now) + nanosBetweenClaims;
    }

    /** Delays all claims; a longer pause under way stays. */
    void pause(Duration pause, long now) {
        long until = now + pause.toNanos();
        pausedUntil = until - pausedUntil > 0 ? until : pausedUntil;
    }

    /** Delays all claims by a time from now on, whatever pause is under way. */
    void pauseExactly(Duration pause, long now) {
        pausedUntil = now + pause.toNanos();
    }
}
