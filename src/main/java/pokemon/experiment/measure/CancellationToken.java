package pokemon.experiment.measure;

import java.io.IOException;
import java.util.concurrent.Callable;

/** Asks an experiment from another thread to end early. Safe for use by many threads. */
public final class CancellationToken {
    private boolean requested;
    private Runnable current;

    /** Work that a stop cuts short; thrown exceptions pass through. */
    @FunctionalInterface
    public interface Work<T> extends Callable<T> {
        @Override
        T call() throws IOException;
    }

    /** Asks for the end: stops what runs now, and lets nothing further begin. Returns at once. */
    public synchronized void request() {
        requested = true;
        if (current != null) {
            current.run();
        }
    }

    /** Returns whether the end was asked for. */
    public synchronized boolean isRequested() {
        return requested;
    }

    /**
     * Does some work that a request stops.
     *
     * @param stop stops the work from another thread; called at most once, before the work begins if the request was
     *     there first
     */
    public <T> T guard(Runnable stop, Work<T> work) throws IOException {
        synchronized (this) {
            current = stop;
            if (requested) {
                stop.run();
            }
        }
        try {
            return work.call();
        } finally {
            synchronized (this) {
                current = null;
            }
        }
    }
}
