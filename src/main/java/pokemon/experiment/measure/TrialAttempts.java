package pokemon.experiment.measure;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Runs the trials of one experiment. A trial that fails is repeated, and left out when that fails too. */
public final class TrialAttempts {
    /** How often one trial is tried. */
    static final int MOST_PER_TRIAL = 3;

    /** After that many trials that were left out, and none that succeeded, nothing more is tried. */
    static final int MOST_WITHOUT_SUCCESS = 3;

    private final TrialListener progress;
    private final CancellationToken stop;
    private int repeated;
    private int leftOut;
    private boolean succeeded;
    private String lastFailure = "";

    /** Prepares attempts that end when a stop is asked for. */
    public TrialAttempts(TrialListener progress, CancellationToken stop) {
        this.progress = progress;
        this.stop = stop;
    }

    /** A trial; thrown exceptions other than interrupts make it fail. */
    @FunctionalInterface
    public interface Work<T> {
        T measure() throws IOException, InterruptedException;
    }

    /**
     * Runs a trial.
     *
     * @param label names it for people
     * @return what was measured, or nothing when it failed each time or was stopped
     * @throws IOException when no trial has succeeded so far and too many have failed
     * @throws InterruptedException when the trial was interrupted
     */
    public <T> Optional<T> measure(String label, Work<T> work) throws IOException, InterruptedException {
        for (int attempt = 1; attempt <= MOST_PER_TRIAL; attempt++) {
            try {
                T measured = work.measure();
                succeeded = true;
                return Optional.of(measured);
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                if (stop.isRequested()) {
                    // A stop closes files under the trial's hands: that one does not count.
                    return Optional.empty();
                }
                failed(label, attempt, e);
            }
        }
        if (!succeeded && leftOut >= MOST_WITHOUT_SUCCESS) {
            throw new IOException("nothing was measured: " + lastFailure);
        }
        return Optional.empty();
    }

    private void failed(String label, int attempt, Throwable failure) {
        lastFailure = label + ": " + (failure.getMessage() == null ? failure.toString() : failure.getMessage());
        boolean last = attempt == MOST_PER_TRIAL;
        repeated += attempt == 1 ? 1 : 0;
        leftOut += last ? 1 : 0;
        progress.note("a trial failed and is " + (last ? "left out: " : "repeated: ") + lastFailure);
    }

    /** Returns what failed last, with its trial; empty when nothing did. */
    public String lastFailure() {
        return lastFailure;
    }

    /** Returns what makes the results doubtful, as sentences: none when no trial failed. */
    public List<String> warnings() {
        if (repeated == 0) {
            return List.of();
        }
        return List.of(String.format(
                Locale.ROOT,
                "Trials that failed and were repeated: %d; that failed each time and were left out: %d; the last was %s.",
                repeated,
                leftOut,
                lastFailure));
    }
}
