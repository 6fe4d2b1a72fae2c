package pokemon.download;

import java.util.OptionalInt;

/** A worker cannot start. The message has the reason, in the system's own words where possible. */
public final class WorkerStartException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient OptionalInt exitCode;

    public WorkerStartException(String message) {
        this(message, OptionalInt.empty());
    }

    public WorkerStartException(String message, OptionalInt exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    public WorkerStartException(String message, Throwable cause) {
        super(message, cause);
        this.exitCode = OptionalInt.empty();
    }

    /** Returns the exit code of a process that ended by itself, nothing for one that was killed or never ran. */
    public OptionalInt exitCode() {
        return exitCode;
    }
}
