package pokemon.schedule;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import pokemon.download.FailureKind;
import pokemon.download.Outcome;

/**
 * When a failed id is tried again: exponential back-off with full jitter, that is, after a random time between zero and
 * a bound that doubles with each attempt. A {@code Retry-After} of the server takes precedence.
 *
 * @param attempts most attempts at one id, at least 1
 * @param base the bound after the first attempt
 * @param cap the largest bound
 * @param longestRetryAfter the longest {@code Retry-After} that is honoured; a longer one is cut to it
 */
public record RetryPolicy(int attempts, Duration base, Duration cap, Duration longestRetryAfter) {
    /** Four attempts, bounds of 0.25 s, 0.5 s and 1 s between them, at most a minute when the server says so. */
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(4, Duration.ofMillis(250), Duration.ofSeconds(10), Duration.ofMinutes(1));

    /** Deaths of workers over one id after which it is given up. */
    private static final int MOST_DEATHS = 2;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when there is no attempt at all
     */
    public RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException("at least 1 attempt is needed, not " + attempts);
        }
    }

    /** Returns this policy with another number of attempts. */
    public RetryPolicy withAttempts(int most) {
        return new RetryPolicy(most, base, cap, longestRetryAfter);
    }

    /** Returns how long to wait before the next attempt, or nothing when there is none. */
    Optional<Duration> delay(Claim claim, Outcome.Failed failure, RandomGenerator random) {
        if (failure.kind() == FailureKind.WORKER_DIED) {
            // It is the id's turn again at once: a new worker does not suffer from what ended the old one.
            return claim.deaths() + 1 < MOST_DEATHS ? Optional.of(Duration.ZERO) : Optional.empty();
        }
        if (!failure.kind().isRetryable() || claim.attempt() - claim.deaths() >= attempts) {
            return Optional.empty();
        }
        return Optional.of(failure.retryAfter()
                .map(pause -> pause.compareTo(longestRetryAfter) > 0 ? longestRetryAfter : pause)
                .orElseGet(() -> jittered(claim.attempt() - claim.deaths(), random)));
    }

    private Duration jittered(int attempt, RandomGenerator random) {
        double bound = Math.min((double) cap.toNanos(), base.toNanos() * Math.pow(2, attempt - 1.0));
        return Duration.ofNanos((long) (random.nextDouble() * bound));
    }
}
