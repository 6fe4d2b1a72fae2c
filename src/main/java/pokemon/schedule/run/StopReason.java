package pokemon.schedule.run;

import java.util.Optional;
import pokemon.download.FailureKind;

/**
 * Why a run ended before its range did.
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
        /** The server answered, and then was in trouble for too long. */
        OUTAGE,
        /** Workers cannot be started. */
        NO_WORKERS,
        /** The system has not as many threads as there are to be workers. */
        NO_THREADS,
        /** The time for the whole run was up. */
        DEADLINE,
        /** Somebody asked for it. */
        REQUESTED
    }
}
