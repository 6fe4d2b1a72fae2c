package pokemon.download;

/** The sorts of failure, told apart by what a scheduler should do about them. */
public enum FailureKind {
    /** The server's answer for this id is definite: another attempt would get the same. */
    PERMANENT(false, false),
    /** Something went wrong on the way; another attempt may succeed. */
    TRANSIENT(true, false),
    /** The server cannot be reached; no other id would fare better now, but a later attempt may. */
    UNREACHABLE(true, true),
    /** The server cannot be trusted or does not let us in; neither another id nor another attempt helps. */
    REFUSED(false, true),
    /** The image cannot be written; the next one probably neither. */
    UNWRITABLE(false, true),
    /** The worker died or hung over this id; whose fault that was is open. */
    WORKER_DIED(true, false);

    private final boolean retryable;
    private final boolean common;

    FailureKind(boolean retryable, boolean common) {
        this.retryable = retryable;
        this.common = common;
    }

    /** Returns whether another attempt at the same id may help. */
    public boolean isRetryable() {
        return retryable;
    }

    /** Returns whether the cause lies outside the id, so that every other id would fail alike. */
    public boolean isCommon() {
        return common;
    }
}
