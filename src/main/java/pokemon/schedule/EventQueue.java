package pokemon.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import pokemon.child.ChildListener;
import pokemon.schedule.run.RunListener;

/**
 * Delivers events to listeners, one at a time and in order.
 *
 * <p>{@link #add} never waits, so it is allowed under a lock. {@link #deliver} is called without one, see
 * {@link Scheduler}. Events of child JVMs come without a lock, and are delivered at once.
 */
final class EventQueue implements ChildListener {
    private final List<RunListener> listeners;
    private final Queue<Consumer<RunListener>> events = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    EventQueue(List<RunListener> listeners) {
        this.listeners = listeners;
    }

    void add(Consumer<RunListener> event) {
        events.add(event);
    }

    private void send(Consumer<RunListener> event) {
        add(event);
        deliver();
    }

    @Override
    public void childStarted(long pid) {
        send(to -> to.childStarted(pid));
    }

    @Override
    public void childReady(long pid, Duration start) {
        send(to -> to.childReady(pid, start));
    }

    @Override
    public void childPrinted(long pid, String line) {
        send(to -> to.childPrinted(pid, line));
    }

    @Override
    public void childLost(long pid, String reason) {
        send(to -> to.childLost(pid, reason));
    }

    @Override
    public void childEnded(long pid) {
        send(to -> to.childEnded(pid));
    }

    @Override
    public void childTrouble(String what) {
        send(to -> to.childTrouble(what));
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
                listeners.forEach(event);
            }
        } finally {
            turn.unlock();
        }
    }
}
