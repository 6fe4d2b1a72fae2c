package pokemon.schedule;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import pokemon.schedule.adaptive.ConcurrencyChange;
import pokemon.schedule.run.IdResult;
import pokemon.schedule.run.RunListener;
import pokemon.schedule.run.StopReason;
import pokemon.schedule.run.WorkerKind;

/**
 * Delivers events to a listener, one at a time and in order.
 *
 * <p>To call a method of the listener only appends an event, so it is allowed under a lock. {@link #deliver} is called
 * without one, see {@link Scheduler}.
 */
final class SerialListener implements RunListener {
    private final RunListener listener;
    private final Queue<Runnable> events = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    SerialListener(RunListener listener) {
        this.listener = listener;
    }

    /** Delivers all events, unless another thread is doing so: that one delivers these, too. */
    void deliver() {
        // Another thread may append an event between the last poll and the unlock.
        while (!events.isEmpty() && turn.tryLock()) {
            try {
                deliverAll();
            } finally {
                turn.unlock();
            }
        }
    }

    /** Delivers all events. While another thread is doing so, waits for it up to a limit. */
    void deliverWithin(Duration limit) {
        boolean interrupted = Thread.interrupted();
        try {
            if (turn.tryLock(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                try {
                    deliverAll();
                } finally {
                    turn.unlock();
                }
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliverAll() {
        for (Runnable event = events.poll(); event != null; event = events.poll()) {
            event.run();
        }
    }

    @Override
    public void settled(IdResult result) {
        events.add(() -> listener.settled(result));
    }

    @Override
    public void retrying(int id, int attempt, String reason, Duration delay) {
        events.add(() -> listener.retrying(id, attempt, reason, delay));
    }

    @Override
    public void pausing(String reason, Duration pause) {
        events.add(() -> listener.pausing(reason, pause));
    }

    @Override
    public void outage(String reason, Duration patience) {
        events.add(() -> listener.outage(reason, patience));
    }

    @Override
    public void recovered(Duration outage) {
        events.add(() -> listener.recovered(outage));
    }

    @Override
    public void warning(String warning) {
        events.add(() -> listener.warning(warning));
    }

    @Override
    public void resizing(WorkerKind kind, ConcurrencyChange from, ConcurrencyChange to) {
        events.add(() -> listener.resizing(kind, from, to));
    }

    @Override
    public void stopping(StopReason stop) {
        events.add(() -> listener.stopping(stop));
    }

    @Override
    public void log(String line) {
        listener.log(line);
    }
}
