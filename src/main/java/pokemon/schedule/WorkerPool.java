package pokemon.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import pokemon.download.Downloader;
import pokemon.download.WorkerStartException;

/**
 * The workers of a run: threads, each with a downloader and a number.
 *
 * <p>A worker calls {@link #retireIfSurplus} before each id, so it never ends while it holds one. A ready worker never
 * retires in favour of one that is still starting, which may never become ready. The number of a retired worker is
 * reused, so numbers stay below the largest number of workers at a time. This object's monitor guards all state, see
 * {@link Scheduler}.
 */
final class WorkerPool {
    private final IntFunction<Downloader> downloaderFactory;
    /** What a worker does, given its number and its downloader. */
    private final BiConsumer<Integer, Downloader> work;

    private final ThreadFactory factory;
    private final List<Thread> threads = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();
    private int wanted;
    private int present;
    private int ready;
    private boolean closed;

    /** A number for a worker, and the downloaders of the workers that had it. */
    private static final class Slot {
        private final List<Downloader> downloaders = new ArrayList<>();
        private Thread thread;
        private boolean taken;
        private boolean ready;
    }

    WorkerPool(IntFunction<Downloader> downloaderFactory, BiConsumer<Integer, Downloader> work) {
        this(downloaderFactory, work, Thread::new);
    }

    WorkerPool(IntFunction<Downloader> downloaderFactory, BiConsumer<Integer, Downloader> work, ThreadFactory factory) {
        this.downloaderFactory = downloaderFactory;
        this.work = work;
        this.factory = factory;
    }

    /** Starts the first workers. After a {@link WorkerStartException}, some of them are at work. */
    synchronized void start(int workers) throws WorkerStartException {
        wanted = workers;
        startMissing();
    }

    /**
     * Wants another number of workers: starts those that are missing. Those that are too many end after their id.
     * Returns false when the system has too few threads.
     */
    synchronized boolean resize(int workers) {
        wanted = workers;
        try {
            if (!closed) {
                startMissing();
            }
            return true;
        } catch (WorkerStartException e) {
            return false;
        }
    }

    private void startMissing() throws WorkerStartException {
        while (present < wanted) {
            int worker = takeSlot();
            Thread thread = newThread(worker);
            try {
                thread.start();
            } catch (OutOfMemoryError e) {
                threads.remove(thread);
                release(worker);
                throw new WorkerStartException("cannot start " + wanted + " threads: " + e.getMessage(), e);
            }
        }
    }

    private Thread newThread(int worker) {
        Thread thread = factory.newThread(() -> {
            try {
                work.accept(worker, register(worker, downloaderFactory.apply(worker)));
            } finally {
                ended(worker);
            }
        });
        thread.setName("worker " + worker);
        // A worker that outlives its run does not keep the JVM alive.
        thread.setDaemon(true);
        slots.get(worker).thread = thread;
        threads.add(thread);
        return thread;
    }

    private synchronized void ended(int worker) {
        threads.remove(Thread.currentThread());
        Slot slot = slots.get(worker);
        if (slot.taken && slot.thread == Thread.currentThread()) {
            release(worker);
        }
        notifyAll();
    }

    /**
     * Waits until all workers have ended.
     *
     * @param nanosLeft the longest further wait in nanoseconds; called again whenever workers end or are interrupted
     * @return whether all have ended
     */
    synchronized boolean awaitEnd(LongSupplier nanosLeft) throws InterruptedException {
        while (!threads.isEmpty()) {
            long left = nanosLeft.getAsLong();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    /** Keeps workers that still run from publishing, without waiting for their end. */
    void abandon() {
        downloaders().forEach(Downloader::abandon);
    }

    private synchronized List<Downloader> downloaders() {
        return slots.stream().flatMap(slot -> slot.downloaders.stream()).toList();
    }

    private int takeSlot() {
        present++;
        int worker = 0;
        while (worker < slots.size() && slots.get(worker).taken) {
            worker++;
        }
        if (worker == slots.size()) {
            slots.add(new Slot());
        }
        slots.get(worker).taken = true;
        return worker;
    }

    private synchronized Downloader register(int worker, Downloader downloader) {
        slots.get(worker).downloaders.add(downloader);
        return downloader;
    }

    /** Retires a worker when there are more than wanted. Returns whether its thread has to end. */
    synchronized boolean retireIfSurplus(int worker) {
        int rivals = slots.get(worker).ready ? ready : present;
        if (rivals <= wanted) {
            return false;
        }
        release(worker);
        return true;
    }

    /** Frees the number of a worker. */
    synchronized void release(int worker) {
        markNotReady(worker);
        present--;
        slots.get(worker).taken = false;
    }

    synchronized void markNotReady(int worker) {
        Slot slot = slots.get(worker);
        ready -= slot.ready ? 1 : 0;
        slot.ready = false;
    }

    synchronized void markReady(int worker) {
        Slot slot = slots.get(worker);
        ready += slot.ready ? 0 : 1;
        slot.ready = true;
    }

    synchronized boolean isReady(int worker) {
        return slots.get(worker).ready;
    }

    synchronized int wanted() {
        return wanted;
    }

    /** Returns how many workers there are, ready or not. */
    synchronized int present() {
        return present;
    }

    synchronized int ready() {
        return ready;
    }

    /** Interrupts the workers that are still starting, since no work is left for them. */
    synchronized void interruptStarting() {
        closed = true;
        slots.stream().filter(slot -> slot.taken && !slot.ready).forEach(slot -> slot.thread.interrupt());
    }

    /** Interrupts all workers but the calling one; further ones do not start. */
    synchronized void interruptAll() {
        closed = true;
        threads.stream().filter(thread -> thread != Thread.currentThread()).forEach(Thread::interrupt);
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Returns how many processes were started for each worker's number. */
    synchronized List<Integer> processes() {
        return slots.stream()
                .map(slot -> slot.downloaders.stream()
                        .mapToInt(Downloader::processesStarted)
                        .sum())
                .toList();
    }

    /** Returns how many processes ended unexpectedly. */
    int processesLost() {
        return downloaders().stream().mapToInt(Downloader::processesLost).sum();
    }
}
