package pokemon.experiment.measure;

import java.io.IOException;
import java.util.concurrent.Callable;

/** Stops an experiment early from another thread. Safe for use by many threads. */
public final class CancellationToken {
    private boolean requested;
    private Runnable current;

    /** A task that a request cuts short. */
    @FunctionalInterface
    public interface Task<T> extends Callable<T> {
        @Override
        T call() throws IOException;
    }

    /** Stops the current task and all later ones. Returns at once. */
    public synchronized void request() {
        requested = true;
        if (current != null) {
            current.run();
        }
    }

    /** Returns whether an early end was requested. */
    public synchronized boolean isRequested() {
        return requested;
    }

    /**
     * Calls a task that a request stops.
     *
     * @param stop stops the task from another thread; called before the task after an earlier request
     * @throws IOException from the task
     */
    public <T> T guard(Runnable stop, Task<T> task) throws IOException {
        synchronized (this) {
            current = stop;
            if (requested) {
                stop.run();
            }
        }
        try {
            return task.call();
        } finally {
            synchronized (this) {
                current = null;
            }
        }
    }
}
