package pokemon.schedule.run;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import pokemon.download.outcome.FailureKind;
import pokemon.download.outcome.Outcome;

/**
 * When a failed id is tried again: after exponential back-off with full jitter, or after the server's
 * {@code Retry-After} if that is longer. Full jitter is a random delay between zero and a bound that doubles with each
 * attempt.
 *
 * @param attempts most attempts at one id, at least 1
 * @param base the bound after the first attempt
 * @param cap the largest bound
 * @param longestRetryAfter the longest {@code Retry-After} that is honoured; a longer one is cut to it
 * @param giveUpAfter the longest outage of the server that a run waits for once it had an answer, above zero
 */
public record RetryPolicy(int attempts, Duration base, Duration cap, Duration longestRetryAfter, Duration giveUpAfter) {
    /**
     * Four attempts, bounds of 0.25 s, 0.5 s and 1 s between them, and a minute each for {@code Retry-After} and for an
     * outage.
     */
    public static final RetryPolicy DEFAULT = new RetryPolicy(
            4, Duration.ofMillis(250), Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(1));

    /** Throws an {@link IllegalArgumentException} when a value is out of range. */
    public RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException("at least 1 attempt is needed, not " + attempts);
        }
        if (giveUpAfter.isNegative() || giveUpAfter.isZero()) {
            throw new IllegalArgumentException("the longest outage must be above 0");
        }
    }

    /** Returns this policy with another number of attempts and another limit for outages. */
    public RetryPolicy withLimits(int max, Duration outage) {
        return new RetryPolicy(max, base, cap, longestRetryAfter, outage);
    }

    /**
     * Returns whether an attempt is the id's last one if it fails.
     *
     * @param counted the earlier attempts that count, at least 0
     * @param previous the failure of the attempt before this one
     * @param kind how this attempt failed
     */
    public boolean isLast(int counted, Optional<Outcome.Failed> previous, FailureKind kind) {
        boolean damagedTwice = kind == FailureKind.DAMAGED
                && previous.filter(failure -> failure.kind() == kind).isPresent();
        return !kind.isRetryable() || damagedTwice || counted + 1 >= attempts;
    }

    /**
     * Returns the delay before the next attempt at an id.
     *
     * @param counted the attempts before the failed one that count, at least 0
     */
    public Duration delay(int counted, Outcome.Failed failure, RandomGenerator random) {
        Duration backOff = jittered(counted + 1, random);
        return pause(failure).filter(pause -> pause.compareTo(backOff) > 0).orElse(backOff);
    }

    /** Returns the pause of all workers that the server asked for, if any. */
    public Optional<Duration> pause(Outcome.Failed failure) {
        return failure.retryAfter()
                .map(pause -> pause.compareTo(longestRetryAfter) > 0 ? longestRetryAfter : pause)
                .filter(pause -> !pause.isZero());
    }

    private Duration jittered(int attempt, RandomGenerator random) {
        double bound = Math.min((double) cap.toNanos(), base.toNanos() * Math.pow(2, attempt - 1.0));
        return Duration.ofNanos((long) (random.nextDouble() * bound));
    }
}
