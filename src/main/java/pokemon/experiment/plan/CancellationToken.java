package pokemon.experiment.plan;

import java.io.IOException;

/** Stops an experiment early from another thread. Safe for use by many threads. */
public final class CancellationToken {
    private boolean requested;
    private Runnable current;

    /** A task that a request cuts short. */
    @FunctionalInterface
    public interface Task<T> {
        T call() throws IOException;
    }

    /** Stops the current task and all later ones. Returns at once. */
    public synchronized void request() {
        requested = true;
        if (current != null) {
            current.run();
        }
    }

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

    /** Calls a task that a request interrupts; no interrupt by a request is left behind. */
    public <T> T guardByInterrupt(Task<T> task) throws IOException {
        T result = guard(Thread.currentThread()::interrupt, task);
        if (isRequested()) {
            // The interrupt by the stop must not disturb the writing of the files.
            Thread.interrupted();
        }
        return result;
    }
}
