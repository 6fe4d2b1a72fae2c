package pokemon.experiment.plan;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Runs the trials of one experiment. A trial that fails is repeated, and left out after the last attempt. */
public final class TrialAttempts {
    static final int MAX_PER_TRIAL = 3;

    /** The experiment ends after this number of left-out trials without any success. */
    static final int MAX_WITHOUT_SUCCESS = 3;

    private final TrialListener listener;
    private final CancellationToken stop;
    private int repeated;
    private int leftOut;
    private boolean succeeded;
    private String lastFailure = "";

    public TrialAttempts(TrialListener listener, CancellationToken stop) {
        this.listener = listener;
        this.stop = stop;
    }

    TrialListener listener() {
        return listener;
    }

    boolean isStopped() {
        return stop.isRequested();
    }

    /** One attempt at a trial; an exception makes it fail, except for an interrupt. */
    @FunctionalInterface
    public interface Attempt<T> {
        T measure() throws IOException, InterruptedException;
    }

    /**
     * Runs a trial.
     *
     * @param label a few words for people
     * @return what was measured; nothing when each attempt failed, or after a stop
     * @throws InterruptedIOException when the thread is interrupted without a stop
     * @throws IOException when too many trials have failed and none has succeeded
     */
    public <T> Optional<T> measure(String label, Attempt<T> trial) throws IOException {
        for (int attempt = 1; attempt <= MAX_PER_TRIAL; attempt++) {
            try {
                T measured = trial.measure();
                succeeded = true;
                return Optional.of(measured);
            } catch (InterruptedException e) {
                if (stop.isRequested()) {
                    return Optional.empty();
                }
                throw (IOException) new InterruptedIOException("interrupted").initCause(e);
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                if (stop.isRequested()) {
                    // A stop closes files that the trial uses.
                    return Optional.empty();
                }
                failed(label, attempt, e);
            }
        }
        if (!succeeded && leftOut >= MAX_WITHOUT_SUCCESS) {
            throw nothingMeasured();
        }
        return Optional.empty();
    }

    private void failed(String label, int attempt, Throwable failure) {
        lastFailure = label + ": " + (failure.getMessage() == null ? failure.toString() : failure.getMessage());
        boolean last = attempt == MAX_PER_TRIAL;
        repeated += attempt == 1 ? 1 : 0;
        leftOut += last ? 1 : 0;
        listener.note("a trial failed and is " + (last ? "left out: " : "repeated: ") + lastFailure);
    }

    /** Returns the exception of an experiment without any measurement. */
    public IOException nothingMeasured() {
        return stop.isRequested()
                ? new InterruptedIOException("stopped before anything was measured")
                : new IOException("nothing was measured: " + lastFailure);
    }

    /** Returns sentences about failed trials, none when no trial failed. */
    public List<String> warnings() {
        return repeated == 0
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT,
                        "Trials that failed and were repeated: %d; that failed each time and were left out: %d; the last was %s.",
                        repeated,
                        leftOut,
                        lastFailure));
    }
}
