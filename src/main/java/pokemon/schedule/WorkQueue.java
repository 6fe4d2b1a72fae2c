package pokemon.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import pokemon.schedule.run.IdSet;

/**
 * Hands out ids, each to one worker at a time.
 *
 * <p>How it works: ids lie in lanes, one lane for all workers (dynamic) or one for each (static). A fresh id is claimed
 * by one atomic increment of its lane's counter, without a lock. Everything else happens under the one lock: a failed
 * id comes back with the time before which nobody may take it; {@link #pause} and the rate hold back the hand-out to
 * all; a worker that finds nothing to take waits for one of these to change. During an outage of the server the queue
 * {@linkplain #hold holds} everything back and hands out one probe at a time. An id whose failures say nothing about it
 * is {@linkplain #park parked} until somebody knows more. A lane is finished when each of its ids was
 * {@linkplain #settle settled}; {@link #close} is the one way to stop before that. The volatile field {@code plain}
 * tells claimers whether the fast path may be taken: it is set under the lock, and a claimer that just missed a change
 * is merely early by one id.
 */
final class WorkQueue {
    private final Ticker ticker;
    private final List<Partition> partitions = new ArrayList<>();
    private final long nanosBetweenStarts;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long pausedUntil;
    private long nextStart;
    private int delayed;
    private boolean freshHeldBack;
    private Probing probing = Probing.OFF;
    private boolean probeFresh;
    private boolean closed;
    private volatile boolean plain;

    /** Whether claims are handed out one at a time, as probes of a server that was in trouble. */
    private enum Probing {
        OFF,
        /** The next claim is the probe. */
        NEXT,
        /** The probe is under way. */
        RUNNING
    }

    /** An id that is to be tried again. */
    private record Retry(Claim claim, long notBefore) {}

    private static final class Partition {
        private final IdSet ids;
        private final int first;
        private final int step;
        private final int size;
        private final AtomicInteger taken = new AtomicInteger();
        private final PriorityQueue<Retry> retries = new PriorityQueue<>(Comparator.comparingLong(Retry::notBefore));
        private int parked;
        private int unsettled;

        /** A lane of every so many ids, from the one at an index on. */
        Partition(IdSet ids, int first, int step, int size) {
            this.ids = ids;
            this.first = first;
            this.step = step;
            this.size = size;
            this.unsettled = size;
        }

        Optional<Claim> takeFresh() {
            // The first look keeps the counter from overflowing when idle workers ask again and again.
            if (taken.get() >= size) {
                return Optional.empty();
            }
            int index = taken.getAndIncrement();
            return index < size ? Optional.of(Claim.first(ids.get(first + index * step))) : Optional.empty();
        }

        int fresh() {
            return Math.max(0, size - taken.get());
        }

        int underWay() {
            return unsettled - fresh() - retries.size() - parked;
        }
    }

    /**
     * Fills a queue.
     *
     * @param partitions how many shares the ids are dealt into, round-robin; 1 for one shared by all workers
     * @param rate most claims per second, 0 for no limit
     */
    WorkQueue(IdSet ids, int partitions, double rate, Ticker ticker) {
        this.ticker = ticker;
        this.nanosBetweenStarts = rate > 0 ? (long) (1e9 / rate) : 0;
        for (int i = 0; i < partitions; i++) {
            int size = ids.size() / partitions + (i < ids.size() % partitions ? 1 : 0);
            this.partitions.add(new Partition(ids, i, partitions, size));
        }
        this.pausedUntil = ticker.nanoTime();
        this.nextStart = pausedUntil;
        this.plain = nanosBetweenStarts == 0;
    }

    /**
     * Claims an id, waiting for one when others may still come back.
     *
     * @param worker who asks, from 0
     * @return nothing when there is no more work for this worker
     */
    Optional<Claim> claim(int worker) throws InterruptedException {
        Partition partition = partitions.get(worker % partitions.size());
        if (plain) {
            Optional<Claim> fresh = partition.takeFresh();
            if (fresh.isPresent()) {
                return fresh;
            }
        }
        return claimSlowly(partition);
    }

    private Optional<Claim> claimSlowly(Partition partition) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && partition.unsettled > 0) {
                long now = ticker.nanoTime();
                long hold = Math.max(pausedUntil - now, nanosBetweenStarts > 0 ? nextStart - now : 0);
                if (hold > 0 || probing == Probing.RUNNING) {
                    ticker.await(changed, probing == Probing.RUNNING ? Long.MAX_VALUE : hold);
                    continue;
                }
                Optional<Claim> claim = take(partition, now);
                if (claim.isPresent()) {
                    probing = probing == Probing.NEXT ? Probing.RUNNING : probing;
                    nextStart = Math.max(nextStart, now) + nanosBetweenStarts;
                    updatePlain(now);
                    return claim;
                }
                Retry next = partition.retries.peek();
                ticker.await(changed, next == null ? Long.MAX_VALUE : next.notBefore - now);
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private Optional<Claim> take(Partition partition, long now) {
        if (probing == Probing.NEXT && probeFresh) {
            Optional<Claim> fresh = partition.takeFresh();
            if (fresh.isPresent()) {
                return fresh;
            }
        }
        Retry due = partition.retries.peek();
        if (due != null && due.notBefore - now <= 0) {
            partition.retries.remove();
            delayed--;
            return Optional.of(due.claim);
        }
        return freshHeldBack && probing == Probing.OFF ? Optional.empty() : partition.takeFresh();
    }

    /** Says that an id is done for good, one way or the other. */
    void settle(int worker) {
        lock.lock();
        try {
            Partition partition = partitions.get(worker % partitions.size());
            partition.unsettled--;
            if (partition.unsettled == 0) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Puts an id back.
     *
     * @param claim the claim for its next attempt
     * @param delay how long nobody may take it
     */
    void requeue(int worker, Claim claim, Duration delay) {
        lock.lock();
        try {
            partitions
                    .get(worker % partitions.size())
                    .retries
                    .add(new Retry(claim, ticker.nanoTime() + delay.toNanos()));
            delayed++;
            plain = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Hands out nothing to anybody for a while; a longer pause under way is not cut short. */
    void pause(Duration pause) {
        lock.lock();
        try {
            long until = ticker.nanoTime() + pause.toNanos();
            if (until - pausedUntil > 0) {
                pausedUntil = until;
                plain = false;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Hands out nothing for a while, and then one claim, the probe. The next one follows after {@link #probeAgain}, or
     * after a further hold. Probes alternate between ids that failed before and fresh ones, since either may be at
     * fault themselves.
     *
     * @param fresh whether fresh ids are to be the probes as long as there are any
     */
    void hold(Duration pause, boolean fresh) {
        lock.lock();
        try {
            pausedUntil = ticker.nanoTime() + pause.toNanos();
            probeFresh = fresh || (probing != Probing.OFF && !probeFresh);
            probing = Probing.NEXT;
            plain = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Hands out another probe, since the last one told nothing. */
    void probeAgain() {
        change(() -> probing = probing == Probing.RUNNING ? Probing.NEXT : probing);
    }

    /** Ends a hold: everybody works again. */
    void resume() {
        change(() -> {
            probing = Probing.OFF;
            freshHeldBack = false;
            pausedUntil = ticker.nanoTime();
        });
    }

    /** Hands out only ids that were tried before, or fresh ones again, too. */
    void holdBackFresh(boolean back) {
        change(() -> freshHeldBack = back);
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            updatePlain(ticker.nanoTime());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Puts the id of a worker aside until {@link #unpark}. */
    void park(int worker) {
        change(() -> partitions.get(worker % partitions.size()).parked++);
    }

    /** Takes back an id that was put aside: it is under way again, to be settled or retried. */
    void unpark(int worker) {
        change(() -> partitions.get(worker % partitions.size()).parked--);
    }

    /** Returns whether ids are left, all parked or held back, so that nobody would ever know more about the server. */
    boolean isStuck() {
        lock.lock();
        try {
            return !closed
                    && probing == Probing.OFF
                    && partitions.stream().anyMatch(partition -> partition.unsettled > 0)
                    && partitions.stream()
                            .allMatch(partition -> partition.underWay() == 0
                                    && partition.retries.isEmpty()
                                    && (freshHeldBack || partition.fresh() == 0));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits, unless the queue is closed.
     *
     * @throws InterruptedException when the calling thread is interrupted
     */
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

    /** Hands out nothing ever again; claims that are held stay valid. */
    void close() {
        lock.lock();
        try {
            closed = true;
            plain = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Returns the claims that wait for another attempt, for the account of a closed queue. */
    List<Claim> waiting() {
        lock.lock();
        try {
            return partitions.stream()
                    .flatMap(partition -> partition.retries.stream())
                    .map(Retry::claim)
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    private void updatePlain(long now) {
        plain = !closed
                && nanosBetweenStarts == 0
                && delayed == 0
                && !freshHeldBack
                && probing == Probing.OFF
                && pausedUntil - now <= 0;
    }
}
