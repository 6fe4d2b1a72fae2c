package pokemon.schedule.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pokemon.download.outcome.FailureKind;
import pokemon.download.outcome.Outcome;
import pokemon.download.trace.Phases;

/**
 * The result of one id in a run.
 *
 * @param outcome how its last attempt ended; nothing when no attempt came to an end
 * @param attempts how many attempts were made
 * @param startNanos when the last attempt began, in nanoseconds since the start of the run
 * @param busyNanos how long all attempts took together, in nanoseconds, waits between them not included
 * @param worker the number of the worker of the last attempt, from 0, or {@link #NO_WORKER}
 * @param phases what the time of the last attempt went to
 * @param earlier the attempts before the last one, in their order
 */
public record IdResult(
        int id,
        Optional<Outcome> outcome,
        int attempts,
        long startNanos,
        long busyNanos,
        int worker,
        Optional<Phases> phases,
        List<FailedAttempt> earlier) {
    /** Stands for the worker of an id that no worker has. */
    public static final int NO_WORKER = -1;

    /**
     * An attempt after which the id was tried again.
     *
     * @param worker the number of its worker, from 0
     * @param startNanos when it began, in nanoseconds since the start of the run
     * @param nanos how long it took, in nanoseconds
     * @param outcome why it failed
     * @param phases the phases of its time
     */
    public record FailedAttempt(int worker, long startNanos, long nanos, Outcome.Failed outcome, Phases phases) {}

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

    /** Makes a result of which neither phases nor earlier attempts are known. */
    public IdResult(int id, Optional<Outcome> outcome, int attempts, long startNanos, long busyNanos, int worker) {
        this(id, outcome, attempts, startNanos, busyNanos, worker, Optional.empty(), List.of());
    }

    public static IdResult notAttempted(int id) {
        return new IdResult(id, Optional.empty(), 0, 0, 0, NO_WORKER);
    }

    /** Returns how the id ended. */
    public Status status() {
        if (outcome.isEmpty()) {
            return Status.NOT_ATTEMPTED;
        }
        if (outcome.get() instanceof Outcome.Saved) {
            return Status.SAVED;
        }
        return outcome.get() instanceof Outcome.Skipped ? Status.SKIPPED : Status.FAILED;
    }

    private Optional<Outcome.Saved> saved() {
        return outcome.filter(Outcome.Saved.class::isInstance).map(Outcome.Saved.class::cast);
    }

    /** Returns the size of the saved file in bytes, 0 when none was saved. */
    public long bytes() {
        return saved().map(Outcome.Saved::bytes).orElse(0L);
    }

    /** Returns the SHA-256 of the saved file in hexadecimal digits, if it was asked for. */
    public Optional<String> sha256() {
        return saved().flatMap(Outcome.Saved::sha256);
    }

    /** Returns why the id was skipped or failed, or which faults were forgiven when it was saved. */
    public Optional<String> detail() {
        return outcome.flatMap(Outcome::detail);
    }

    /** Returns the sort of failure, if the id failed. */
    public Optional<FailureKind> failure() {
        return outcome.filter(Outcome.Failed.class::isInstance).map(failed -> ((Outcome.Failed) failed).kind());
    }
}
