package pokemon.schedule;

import java.util.Optional;
import pokemon.download.FailureKind;
import pokemon.download.Outcome;

/**
 * The right to work on an id, held by one worker at a time.
 *
 * @param id the id
 * @param attempt which attempt this is, from 1
 * @param deaths how many workers died over this id so far
 * @param spentNanos how long the attempts before this one took together
 * @param last the failure of the attempt before this one
 */
record Claim(int id, int attempt, int deaths, long spentNanos, Optional<Outcome.Failed> last) {
    static Claim first(int id) {
        return new Claim(id, 1, 0, 0, Optional.empty());
    }

    /** Returns the claim to the next attempt after one that took a time and failed. */
    Claim after(Outcome.Failed failure, long nanos) {
        int died = failure.kind() == FailureKind.WORKER_DIED ? 1 : 0;
        return new Claim(id, attempt + 1, deaths + died, spentNanos + nanos, Optional.of(failure));
    }
}
