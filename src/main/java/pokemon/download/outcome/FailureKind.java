package pokemon.download.outcome;

/** The kinds of failure, distinguished by what a scheduler does about them. */
public enum FailureKind {
    /** The answer for this id is final: another attempt would get the same. */
    PERMANENT(false, false, false),
    /** The server has no such image. */
    NOT_FOUND(false, false, false),
    /** A complete answer holds a damaged image. A cache may have kept a bad copy, so one more attempt is worth it. */
    DAMAGED(true, false, false),
    /** The server is well and asks for a later attempt. */
    THROTTLED(true, false, false),
    /** The server did not answer, broke its answer off, or reported an error of its own. */
    TRANSIENT(true, false, true),
    /** The server cannot be reached. */
    UNREACHABLE(true, false, true),
    /** The server cannot be trusted or denies access. Neither another id nor another attempt helps. */
    REFUSED(false, true, false),
    /** The proxy wants a login, for every image. */
    PROXY_LOGIN(false, true, false),
    /** The image cannot be written, and probably no other one. */
    UNWRITABLE(false, true, false),
    /** This machine ran short of memory, threads or file descriptors; fewer workers at a time need less. */
    EXHAUSTED(true, false, false),
    /** This program has a defect, or no child JVM starts in the place of a dead one. */
    DEFECT(true, false, false),
    /** The child JVM died or hung over this id; the cause is unknown. */
    WORKER_DIED(true, false, false);

    private final boolean retryable;
    private final boolean systemic;
    private final boolean serverTrouble;

    FailureKind(boolean retryable, boolean systemic, boolean serverTrouble) {
        this.retryable = retryable;
        this.systemic = systemic;
        this.serverTrouble = serverTrouble;
    }

    /** Returns whether another attempt at the same id may help. */
    public boolean isRetryable() {
        return retryable;
    }

    /** Returns whether the cause is lasting and outside the id, so that every id would fail alike. */
    public boolean isSystemic() {
        return systemic;
    }

    /** Returns whether the server or the network may be at fault, so that the end of an outage helps. */
    public boolean isServerTrouble() {
        return serverTrouble;
    }
}
