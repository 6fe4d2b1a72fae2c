package pokemon.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Counts what reached the server, and lets a test wait for it. */
final class Seen {
    private final List<RequestSeen> requests = new ArrayList<>();
    private int opened;
    private int closed;

    /** Returns the number of the new connection, from 1. */
    synchronized int connectionOpened() {
        opened++;
        notifyAll();
        return opened;
    }

    synchronized void connectionClosed() {
        closed++;
        notifyAll();
    }

    synchronized void request(RequestSeen request) {
        requests.add(request);
        notifyAll();
    }

    synchronized List<RequestSeen> requests() {
        return List.copyOf(requests);
    }

    synchronized int opened() {
        return opened;
    }

    synchronized int stillOpen() {
        return opened - closed;
    }

    boolean awaitRequests(int count, Duration timeout) throws InterruptedException {
        return await(() -> requests.size() >= count, timeout);
    }

    boolean awaitNoneOpen(Duration timeout) throws InterruptedException {
        return await(() -> opened == closed, timeout);
    }

    private synchronized boolean await(BooleanSupplier condition, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!condition.getAsBoolean()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
        }
        return true;
    }
}
