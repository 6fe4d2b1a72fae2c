package pokemon.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import pokemon.download.Downloader;
import pokemon.download.WorkerStartException;

/**
 * The workers of a run: threads that come and go, each with a downloader and a number.
 *
 * <p>How it works: a worker asks {@link #stays} before each id and ends when there are more workers than wanted, so it
 * never leaves with an id in its hands. One that is ready does not make room for those that are not, who may never be.
 * Its number is then free for the next one, so numbers stay below the largest number of workers there ever was. All
 * state is guarded by this object's monitor.
 */
final class WorkerPool {
    private final IntFunction<Downloader> recruiter;
    private final Work work;
    private final ThreadFactory factory;
    private final List<Thread> threads = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private int wanted;
    private int present;
    private int ready;
    private boolean dismissed;

    /** What a worker does. */
    @FunctionalInterface
    interface Work {
        void run(int worker, Downloader downloader);
    }

    /** A number for a worker, and the downloaders of those who had it. */
    private static final class Place {
        private final List<Downloader> downloaders = new ArrayList<>();
        private Thread thread;
        private boolean taken;
        private boolean ready;
    }

    WorkerPool(IntFunction<Downloader> recruiter, Work work) {
        this(recruiter, work, Thread::new);
    }

    WorkerPool(IntFunction<Downloader> recruiter, Work work, ThreadFactory factory) {
        this.recruiter = recruiter;
        this.work = work;
        this.factory = factory;
    }

    /**
     * Starts the first workers.
     *
     * @throws WorkerStartException when the system has not so many threads; those that were started are at work
     */
    void start(int workers) throws WorkerStartException {
        List<Downloader> downloaders =
                IntStream.range(0, workers).mapToObj(recruiter).toList();
        synchronized (this) {
            wanted = workers;
            for (int i = 0; i < workers; i++) {
                int worker = takePlace();
                Downloader downloader = enter(worker, downloaders.get(i));
                hire(worker, () -> work.run(worker, downloader));
            }
            startThreads();
        }
    }

    private void startThreads() throws WorkerStartException {
        try {
            List.copyOf(threads).forEach(Thread::start);
        } catch (OutOfMemoryError e) {
            List<Place> unborn = places.stream()
                    .filter(place -> place.thread.getState() == Thread.State.NEW)
                    .toList();
            unborn.stream().flatMap(place -> place.downloaders.stream()).forEach(Downloader::close);
            unborn.forEach(place -> threads.remove(place.thread));
            throw new WorkerStartException("cannot start " + wanted + " threads: " + e.getMessage(), e);
        }
    }

    private Thread hire(int worker, Runnable task) {
        Thread thread = factory.newThread(() -> {
            try {
                task.run();
            } finally {
                ended(worker);
            }
        });
        thread.setName("worker " + worker);
        // A worker that is left behind by a run that stopped does not keep the JVM alive.
        thread.setDaemon(true);
        places.get(worker).thread = thread;
        threads.add(thread);
        return thread;
    }

    private synchronized void ended(int worker) {
        threads.remove(Thread.currentThread());
        Place place = places.get(worker);
        if (place.taken && place.thread == Thread.currentThread()) {
            leave(worker);
        }
        notifyAll();
    }

    /**
     * Waits until all workers have ended.
     *
     * @param nanosLeft the longest further wait in nanoseconds; asked again when workers end and when they are
     *     dismissed
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

    /** Keeps workers that still run from publishing anything more, without waiting for them. */
    synchronized void abandon() {
        places.stream().flatMap(place -> place.downloaders.stream()).forEach(Downloader::abandon);
    }

    /**
     * Wants another number of workers: starts what is missing, or lets what is too many end.
     *
     * @return whether there can be so many; otherwise the system has no more threads
     */
    synchronized boolean resize(int workers) {
        wanted = workers;
        while (present < wanted && !dismissed) {
            int worker = takePlace();
            Thread thread = hire(worker, () -> work.run(worker, enter(worker, recruiter.apply(worker))));
            try {
                thread.start();
            } catch (OutOfMemoryError e) {
                threads.remove(thread);
                leave(worker);
                return false;
            }
        }
        return true;
    }

    private int takePlace() {
        present++;
        int worker = 0;
        while (worker < places.size() && places.get(worker).taken) {
            worker++;
        }
        if (worker == places.size()) {
            places.add(new Place());
        }
        places.get(worker).taken = true;
        return worker;
    }

    private synchronized Downloader enter(int worker, Downloader downloader) {
        places.get(worker).downloaders.add(downloader);
        return downloader;
    }

    /** Returns whether a worker is still wanted; when not, its number is free and it has to end. */
    synchronized boolean stays(int worker) {
        int rivals = places.get(worker).ready ? ready : present;
        if (rivals <= wanted) {
            return true;
        }
        leave(worker);
        return false;
    }

    /** Gives up a worker's number. */
    synchronized void leave(int worker) {
        unready(worker);
        present--;
        places.get(worker).taken = false;
    }

    /** Marks a worker as not ready any more. */
    synchronized void unready(int worker) {
        Place place = places.get(worker);
        ready -= place.ready ? 1 : 0;
        place.ready = false;
    }

    /** Marks a worker as ready. */
    synchronized void arrive(int worker) {
        Place place = places.get(worker);
        ready += place.ready ? 0 : 1;
        place.ready = true;
    }

    /** Returns whether a worker is ready. */
    synchronized boolean isReady(int worker) {
        return places.get(worker).ready;
    }

    /** Returns how many workers are wanted. */
    synchronized int wanted() {
        return wanted;
    }

    /** Returns how many workers there are, ready or not. */
    synchronized int present() {
        return present;
    }

    /** Returns how many workers are ready. */
    synchronized int ready() {
        return ready;
    }

    /** Sends those away who are not ready yet, since there is nothing left for them to do. */
    synchronized void dismissLate() {
        dismissed = true;
        places.stream().filter(place -> place.taken && !place.ready).forEach(place -> place.thread.interrupt());
    }

    /** Interrupts all workers but the calling one; further ones do not start. */
    synchronized void dismiss() {
        dismissed = true;
        threads.stream().filter(thread -> thread != Thread.currentThread()).forEach(Thread::interrupt);
        notifyAll();
    }

    synchronized boolean isDismissed() {
        return dismissed;
    }

    /** Returns how many processes were started for each worker's number. */
    synchronized List<Integer> processes() {
        return places.stream()
                .map(place -> place.downloaders.stream()
                        .mapToInt(Downloader::processesStarted)
                        .sum())
                .toList();
    }

    /** Returns how many of all processes ended before they were told to. */
    synchronized int processesLost() {
        return places.stream()
                .flatMap(place -> place.downloaders.stream())
                .mapToInt(Downloader::processesLost)
                .sum();
    }
}
