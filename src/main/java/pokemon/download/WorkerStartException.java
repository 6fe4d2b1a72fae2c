package pokemon.download;

/** A worker cannot begin to work; the message says why, in the system's own words where there are any. */
public final class WorkerStartException extends Exception {
    private static final long serialVersionUID = 1;

    /** Makes an exception with a clause that says why. */
    public WorkerStartException(String message) {
        super(message);
    }

    /** Makes an exception with a clause that says why, and what caused it. */
    public WorkerStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
