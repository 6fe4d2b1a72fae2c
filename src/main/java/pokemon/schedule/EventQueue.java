package pokemon.schedule;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import pokemon.schedule.run.RunListener;

/**
 * Delivers events to a listener, one at a time and in order.
 *
 * <p>{@link #add} never waits, so it is allowed under a lock. {@link #deliver} is called without one, see
 * {@link Scheduler}.
 */
final class EventQueue {
    private final RunListener listener;
    private final Queue<Consumer<RunListener>> events = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    EventQueue(RunListener listener) {
        this.listener = listener;
    }

    /** Appends an event. */
    void add(Consumer<RunListener> event) {
        events.add(event);
    }

    /** Delivers all events, unless another thread is doing so: that one delivers these, too. */
    void deliver() {
        // Another thread may append an event between the last poll and the unlock.
        while (!events.isEmpty() && turn.tryLock()) {
            deliverAndUnlock();
        }
    }

    /** Delivers all events. While another thread is doing so, waits for it up to a limit. */
    void deliverWithin(Duration limit) {
        boolean interrupted = Thread.interrupted();
        try {
            if (turn.tryLock(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                deliverAndUnlock();
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliverAndUnlock() {
        try {
            for (Consumer<RunListener> event = events.poll(); event != null; event = events.poll()) {
                event.accept(listener);
            }
        } finally {
            turn.unlock();
        }
    }
}
