package pokemon.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import pokemon.schedule.run.IdSet;

/**
 * Hands out ids, each to one worker at a time, and decides when the next claim may be made.
 *
 * <p>The ids are divided into {@link Partition}s: one for all workers (dynamic), or one for each (static). A failed id
 * returns with a time before which it is not claimed. {@link #pause} and the {@link RateLimiter} delay all claims.
 * During an outage the queue {@linkplain #hold holds} all claims back except one probe at a time. An id whose failures
 * are still unexplained is {@linkplain #park parked}. A partition is finished when all its ids are {@linkplain #settle
 * settled}; {@link #close} is the only way to stop earlier. One lock guards all state, see {@link Scheduler}.
 */
final class WorkQueue {
    private final Ticker ticker;
    private final List<Partition> partitions;
    private final RateLimiter limiter;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean freshHeldBack;
    private Probing probing = Probing.OFF;
    private boolean probeFresh;
    private boolean closed;

    /** Whether claims are handed out one at a time, as probes of a server in an outage. */
    private enum Probing {
        OFF,
        /** The next claim is the probe. */
        NEXT,
        /** The probe is under way. */
        RUNNING
    }

    /** Deals the ids into partitions, round-robin. The rate limits the claims per second, 0 for no limit. */
    WorkQueue(IdSet ids, int partitions, double rate, Ticker ticker) {
        this.ticker = ticker;
        this.limiter = new RateLimiter(rate, ticker.nanoTime());
        this.partitions = IntStream.range(0, partitions)
                .mapToObj(first -> new Partition(ids, first, partitions))
                .toList();
    }

    private Partition partition(int worker) {
        return partitions.get(worker % partitions.size());
    }

    /** Claims an id, and waits while one may still be requeued. Returns nothing when this worker has no more work. */
    Optional<Claim> claim(int worker) throws InterruptedException {
        Partition partition = partition(worker);
        lock.lockInterruptibly();
        try {
            while (!closed && partition.isUnsettled()) {
                long now = ticker.nanoTime();
                long delay = probing == Probing.RUNNING ? Long.MAX_VALUE : limiter.delay(now);
                Optional<Claim> claim = delay > 0 ? Optional.empty() : take(partition, now);
                if (claim.isPresent()) {
                    probing = probing == Probing.NEXT ? Probing.RUNNING : probing;
                    limiter.claimed(now);
                    return claim;
                }
                ticker.await(changed, delay > 0 ? delay : partition.nanosToNextRetry(now));
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private Optional<Claim> take(Partition partition, long now) {
        if (probing == Probing.NEXT && probeFresh && partition.hasFresh()) {
            return partition.takeFresh();
        }
        Optional<Claim> due = partition.takeDue(now);
        boolean noFresh = due.isPresent() || (freshHeldBack && probing == Probing.OFF);
        return noFresh ? due : partition.takeFresh();
    }

    /** Marks an id of a worker as ended. */
    void settle(int worker) {
        lock.lock();
        try {
            partition(worker).settle();
            if (!partition(worker).isUnsettled()) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns an id to the queue, with the claim to its next attempt, which is not handed out before the delay. */
    void requeue(int worker, Claim claim, Duration delay) {
        change(() -> partition(worker).requeue(claim, ticker.nanoTime() + delay.toNanos()));
    }

    /** Delays all claims; a longer pause under way stays. */
    void pause(Duration pause) {
        change(() -> limiter.pause(pause, ticker.nanoTime()));
    }

    /**
     * Delays all claims, and then allows one, the probe. The next one follows after {@link #probeAgain}, or after a
     * further hold. Fresh ids are the probes if {@code fresh}. Otherwise, probes alternate between ids that failed
     * before and fresh ones, since either may be at fault themselves.
     */
    void hold(Duration pause, boolean fresh) {
        change(() -> {
            limiter.pauseExactly(pause, ticker.nanoTime());
            probeFresh = fresh || (probing != Probing.OFF && !probeFresh);
            probing = Probing.NEXT;
        });
    }

    /** Allows another probe, since the last one was inconclusive. */
    void probeAgain() {
        change(() -> probing = probing == Probing.RUNNING ? Probing.NEXT : probing);
    }

    /** Ends a hold. */
    void resume() {
        change(() -> {
            probing = Probing.OFF;
            freshHeldBack = false;
            limiter.pauseExactly(Duration.ZERO, ticker.nanoTime());
        });
    }

    /** Holds back ids that were never tried, or allows them again. */
    void holdBackFresh(boolean back) {
        change(() -> freshHeldBack = back);
    }

    /** Puts the id of a worker aside until {@link #unpark}. */
    void park(int worker) {
        change(() -> partition(worker).park());
    }

    /** Takes back an id that was parked: it is under way again, to be settled or requeued. */
    void unpark(int worker) {
        change(() -> partition(worker).unpark());
    }

    /** Closes the queue: there are no further claims, and those under way stay valid. */
    void close() {
        change(() -> closed = true);
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns whether all remaining ids are parked or held back, so that no attempt can show the state of the server.
     */
    boolean isStuck() {
        return read(() -> !closed
                && probing == Probing.OFF
                && partitions.stream().anyMatch(Partition::isUnsettled)
                && partitions.stream().allMatch(each -> each.isIdle() && (freshHeldBack || !each.hasFresh())));
    }

    /** Waits, unless the queue is closed. */
    void sleep(Duration pause) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long end = ticker.nanoTime() + pause.toNanos();
            for (long left = pause.toNanos(); left > 0 && !closed; left = end - ticker.nanoTime()) {
                ticker.await(changed, left);
            }
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        return read(() -> closed);
    }

    /** Returns the claims that wait for another attempt. */
    List<Claim> waiting() {
        return read(() -> partitions.stream()
                .flatMap(partition -> partition.waiting().stream())
                .toList());
    }

    private <T> T read(Supplier<T> value) {
        lock.lock();
        try {
            return value.get();
        } finally {
            lock.unlock();
        }
    }
}
