package pokemon.download.outcome;

/** Carries a failure from where it happens to the end of the attempt, where it becomes the outcome. */
public final class DownloadException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Outcome.Failed failure;

    public DownloadException(Outcome.Failed failure) {
        super(failure.reason());
        this.failure = failure;
    }

    public DownloadException(FailureKind kind, String reason) {
        this(new Outcome.Failed(kind, reason));
    }

    public Outcome.Failed failure() {
        return failure;
    }
}
