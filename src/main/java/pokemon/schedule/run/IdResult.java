package pokemon.schedule.run;

import java.util.Locale;
import java.util.Optional;
import pokemon.download.FailureKind;

/**
 * What became of one id in a run.
 *
 * @param id the id
 * @param status how it ended
 * @param attempts how many attempts were made
 * @param bytes size of the saved file, 0 when none was saved
 * @param sha256 the SHA-256 of the saved file in hexadecimal digits, when it was asked for
 * @param startNanos when the last attempt began, in nanoseconds since the start of the run
 * @param busyNanos how long all attempts took together, in nanoseconds, waits between them not included
 * @param worker who made the last attempt, from 0; -1 when nobody did
 * @param detail why it was skipped or failed; which faults were forgiven, when it was saved and had some
 * @param failure the sort of failure, when it failed
 */
public record IdResult(
        int id,
        Status status,
        int attempts,
        long bytes,
        Optional<String> sha256,
        long startNanos,
        long busyNanos,
        int worker,
        Optional<String> detail,
        Optional<FailureKind> failure) {
    /** How an id can end. */
    public enum Status {
        /** A verified image was written. */
        SAVED,
        /** There was nothing to write. */
        SKIPPED,
        /** No attempt succeeded. */
        FAILED,
        /** The run was stopped first. */
        NOT_ATTEMPTED;

        /** Returns the name as it stands in reports, in snake case. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static IdResult notAttempted(int id) {
        return new IdResult(
                id, Status.NOT_ATTEMPTED, 0, 0, Optional.empty(), 0, 0, -1, Optional.empty(), Optional.empty());
    }
}
