package pokemon.download;

import pokemon.download.outcome.Outcome;
import pokemon.download.trace.AttemptTrace;

/**
 * Downloads one image at a time for one worker.
 *
 * <p>What goes wrong with an image is an {@link Outcome.Failed}, not an exception.
 */
public interface Downloader extends AutoCloseable {
    /** Waits until {@link #download} can be called, or fails; a further call of this method tries again. */
    default void awaitReady() throws WorkerStartException, InterruptedException {}

    /** Returns how many processes were started for this worker so far, 0 when it runs in this one. */
    default int processesStarted() {
        return 0;
    }

    /** Returns how many of these processes ended unexpectedly, or had to be killed. */
    default int processesLost() {
        return 0;
    }

    /** Limits the bytes per second that attempts receive from now on; 0 sets no limit. */
    default void limit(long bytesPerSecond) {}

    /**
     * Keeps an attempt that still runs from publishing anything, without waiting for it. Called from another thread
     * than the worker's, when the report of a run is made.
     */
    default void abandon() {}

    /**
     * Makes one attempt at an image.
     *
     * @param id the image's id, at least 1
     * @return what became of it; a {@link Outcome.Failed} says whether another attempt may help
     * @throws InterruptedException when the calling thread is interrupted; nothing half-written is left behind
     */
    Outcome download(int id, AttemptTrace trace) throws InterruptedException;

    /** Releases what this downloader holds; a second call does nothing. */
    @Override
    default void close() {}
}
