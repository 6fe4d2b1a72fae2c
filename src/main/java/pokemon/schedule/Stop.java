package pokemon.schedule;

/**
 * Why a run ended before its range did.
 *
 * @param cause the sort of reason
 * @param reason the reason as a clause
 */
public record Stop(Cause cause, String reason) {
    /** The sorts of reasons. */
    public enum Cause {
        /** Every id would have failed alike. */
        ALL_FAIL_ALIKE,
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
