package pokemon.schedule.run;

import java.util.Optional;
import pokemon.download.outcome.FailureKind;

/**
 * Why a run ended before its ids did.
 *
 * @param cause the sort of reason
 * @param reason the reason as a clause
 * @param failure the sort of failure that stopped the run, when one did
 */
public record StopReason(Cause cause, String reason, Optional<FailureKind> failure) {
    /** Makes a stop that no failure of an id caused. */
    public StopReason(Cause cause, String reason) {
        this(cause, reason, Optional.empty());
    }

    /** The sorts of reasons. */
    public enum Cause {
        /** Every id would have failed alike. */
        ALL_FAIL_ALIKE,
        /** After some answers, an outage of the server lasted too long. */
        OUTAGE,
        /** Workers cannot be started. */
        NO_WORKERS,
        /** The system has fewer threads than workers are wanted. */
        NO_THREADS,
        /** The deadline of the run has passed. */
        DEADLINE,
        /** The caller stopped the run. */
        REQUESTED
    }
}
