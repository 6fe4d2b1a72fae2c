package pokemon.download.outcome;

import java.time.Duration;
import java.util.Optional;
import pokemon.directory.UntrustedText;

/** What became of one attempt at one image. */
public sealed interface Outcome {
    /** Returns why the attempt was skipped or failed, or which faults were forgiven, as clauses. */
    Optional<String> detail();

    /**
     * A complete, verified image has its name.
     *
     * @param bytes size of the written file
     * @param sha256 its SHA-256 in hexadecimal digits, if wanted
     * @param warning the part that was not done although the image is saved, as a clause
     * @param forgiven the faults of what the server sent that could not reach the pixels, as clauses
     */
    record Saved(long bytes, Optional<String> sha256, Optional<String> warning, Optional<String> forgiven)
            implements Outcome {
        public Saved(long bytes, Optional<String> sha256) {
            this(bytes, sha256, Optional.empty(), Optional.empty());
        }

        @Override
        public Optional<String> detail() {
            return forgiven;
        }

        public Saved forgiving(Optional<String> faults) {
            return new Saved(bytes, sha256, warning, faults);
        }
    }

    /** Nothing had to be written; the reason is a clause. */
    record Skipped(String reason) implements Outcome {
        public static final Skipped COMPLETE = new Skipped("a complete image is there already");

        @Override
        public Optional<String> detail() {
            return Optional.of(reason);
        }
    }

    /**
     * The attempt failed and left no trace.
     *
     * @param kind the kind of failure, which decides what happens next
     * @param reason the cause, as a clause that follows "005 failed: "
     * @param retryAfter the pause that the server asked for
     */
    record Failed(FailureKind kind, String reason, Optional<Duration> retryAfter) implements Outcome {
        public Failed {
            // Servers and children have a say in it.
            reason = UntrustedText.escaped(reason);
        }

        public Failed(FailureKind kind, String reason) {
            this(kind, reason, Optional.empty());
        }

        @Override
        public Optional<String> detail() {
            return Optional.of(reason);
        }
    }
}
