package pokemon.download.outcome;

import pokemon.download.ImageDownloader;

/** Carries a failure from where it happens up to {@link ImageDownloader}, which makes it the outcome. */
public final class DownloadException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Outcome.Failed failure;

    /** Carries an outcome. */
    public DownloadException(Outcome.Failed failure) {
        super(failure.reason());
        this.failure = failure;
    }

    /** Carries a failure of some kind. */
    public DownloadException(FailureKind kind, String reason) {
        this(new Outcome.Failed(kind, reason));
    }

    public Outcome.Failed failure() {
        return failure;
    }
}
