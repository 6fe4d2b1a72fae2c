package pokemon.schedule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pokemon.download.outcome.FailureKind;
import pokemon.download.outcome.Outcome;
import pokemon.schedule.run.IdResult.FailedAttempt;

/**
 * The right to work on an id, held by one worker at a time.
 *
 * @param earlier the attempts before this one, in their order
 * @param counted how many of them count against the id
 * @param streak the {@linkplain CircuitBreaker#streak() streak} of the id's first failure that may be the server's; -1
 *     when there was none, -2 when an outage explained it
 */
record Claim(int id, List<FailedAttempt> earlier, int counted, int streak) {
    private static final int NO_STREAK = -1;
    private static final int EXPLAINED = -2;

    static Claim first(int id) {
        return new Claim(id, List.of(), 0, NO_STREAK);
    }

    /** Returns which attempt this is, from 1. */
    int attempt() {
        return earlier.size() + 1;
    }

    /** Returns how long the attempts before this one took together, in nanoseconds. */
    long spentNanos() {
        return earlier.stream().mapToLong(FailedAttempt::nanos).sum();
    }

    /** Returns the failure of the attempt before this one. */
    Optional<Outcome.Failed> last() {
        return earlier.isEmpty()
                ? Optional.empty()
                : Optional.of(earlier.get(earlier.size() - 1).outcome());
    }

    /** Returns the claim after an attempt that failed and counts against the id. */
    Claim after(FailedAttempt failed) {
        return new Claim(id, with(failed), counted + 1, streak);
    }

    /** Returns the claim after an attempt that failed and does not count. */
    Claim afterSpared(FailedAttempt failed) {
        return new Claim(id, with(failed), counted, streak);
    }

    private List<FailedAttempt> with(FailedAttempt failed) {
        return Stream.concat(earlier.stream(), Stream.of(failed)).toList();
    }

    /** Returns this claim with the streak of its first failure, unless it has one. */
    Claim failedIn(int current) {
        return streak == NO_STREAK ? new Claim(id, earlier, counted, current) : this;
    }

    /** Returns this claim with none of its failures counted, since an outage explains them. */
    Claim forgiven() {
        return new Claim(id, earlier, 0, EXPLAINED);
    }

    /** Returns whether the id failed before a streak that is going on. */
    boolean hasFailedBefore(int current) {
        return streak != NO_STREAK && streak < current;
    }

    /** Returns whether the attempt before this one failed with a kind of failure. */
    boolean isAfter(FailureKind kind) {
        return last().filter(failed -> failed.kind() == kind).isPresent();
    }
}
