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
 * Passes events on to a listener, one at a time and in order.
 *
 * <p>Entering an event never waits, so it may be done under a lock. {@link #deliver} is called without one: whoever
 * finds the listener free passes on all that is entered, and the others leave theirs to that thread. So a listener that
 * blocks holds up one thread only.
 */
final class SerialListener implements RunListener {
    private final RunListener listener;
    private final Queue<Runnable> events = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    SerialListener(RunListener listener) {
        this.listener = listener;
    }

    /** Passes on what was entered, unless another thread is doing it. */
    void deliver() {
        // Again after each turn: an event may have come between the last look and the end of the turn.
        while (!events.isEmpty() && turn.tryLock()) {
            try {
                deliverAll();
            } finally {
                turn.unlock();
            }
        }
    }

    /** Passes on what was entered, after whoever is doing so, but waits no longer than a limit. */
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
