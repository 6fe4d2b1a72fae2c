package pokemon.schedule;

import java.util.Optional;
import pokemon.download.outcome.FailureKind;
import pokemon.download.outcome.Outcome;

/**
 * The right to work on an id, held by one worker at a time.
 *
 * @param id the id
 * @param attempt which attempt this is, from 1
 * @param counted how many of the attempts before this one count against the id
 * @param streak the {@linkplain CircuitBreaker#streak() streak} of the id's first failure that may be the server's; -1
 *     when there was none, -2 when an outage explained it
 * @param spentNanos how long the attempts before this one took together
 * @param last the failure of the attempt before this one
 */
record Claim(int id, int attempt, int counted, int streak, long spentNanos, Optional<Outcome.Failed> last) {
    private static final int NO_STREAK = -1;
    private static final int EXPLAINED = -2;

    static Claim first(int id) {
        return new Claim(id, 1, 0, NO_STREAK, 0, Optional.empty());
    }

    /** Returns the claim to the next attempt after one that failed and counts against the id. */
    Claim after(Outcome.Failed failure, long nanos) {
        return new Claim(id, attempt + 1, counted + 1, streak, spentNanos + nanos, Optional.of(failure));
    }

    /** Returns the claim to the next attempt after one that failed and does not count. */
    Claim afterSpared(Outcome.Failed failure, long nanos) {
        return new Claim(id, attempt + 1, counted, streak, spentNanos + nanos, Optional.of(failure));
    }

    /** Returns this claim with the streak of its first failure, unless it has one. */
    Claim failedIn(int current) {
        return streak == NO_STREAK ? new Claim(id, attempt, counted, current, spentNanos, last) : this;
    }

    /** Returns this claim with none of its failures counted, since an outage explains them. */
    Claim forgiven() {
        return new Claim(id, attempt, 0, EXPLAINED, spentNanos, last);
    }

    /** Returns whether the id failed before a streak that is going on. */
    boolean hasFailedBefore(int current) {
        return streak != NO_STREAK && streak < current;
    }

    /** Returns whether the attempt before this one failed with a kind of failure. */
    boolean isAfter(FailureKind kind) {
        return last.filter(failed -> failed.kind() == kind).isPresent();
    }
}
