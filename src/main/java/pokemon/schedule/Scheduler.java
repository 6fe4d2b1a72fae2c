package pokemon.schedule;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import pokemon.child.ChildCommand;
import pokemon.child.ChildDownloader;
import pokemon.download.Downloader;
import pokemon.download.FailureKind;
import pokemon.download.ImageDownloader;
import pokemon.download.Outcome;
import pokemon.download.OutputDirectory;
import pokemon.download.WorkerStartException;

/**
 * Runs ids through a number of workers.
 *
 * <p>A worker is a thread of this JVM with a {@link Downloader}: all share one {@link ImageDownloader}, or each has its
 * own {@link ChildDownloader}. So the queue, retries, rate and report exist once and are the same for both. A worker
 * claims an id, makes one attempt, and settles it or puts it back, until the queue gives it nothing more. {@link #stop}
 * closes the queue and interrupts the workers; what they hold is dropped, and every id is in the report all the same.
 */
public final class Scheduler {
    /** Ids that fail for the same cause outside themselves, one after another, before the run is stopped. */
    private static final int FEW = 3;

    /** Failed starts of one worker in a row before the run is stopped. */
    private static final int MOST_FAILED_STARTS = 2;

    private final RunSettings settings;
    private final RunListener listener;
    private final WorkQueue queue;
    private final Timer timer;
    private final Crew crew;
    private final Object account = new Object();
    private Ledger ledger;
    private Staffing staffing;
    private Optional<Stop> stop = Optional.empty();
    private int failedAlike;
    private volatile Throwable defect;

    /**
     * Prepares a run.
     *
     * @throws IOException when the trusted authorities cannot be read
     */
    public Scheduler(RunSettings settings, RunListener listener) throws IOException {
        this(settings, listener, recruiter(settings, listener), Timer.SYSTEM);
    }

    Scheduler(RunSettings settings, RunListener listener, IntFunction<Downloader> recruiter, Timer timer) {
        this.settings = settings;
        this.listener = listener;
        this.crew = new Crew(recruiter, this::work);
        this.timer = timer;
        int lanes = settings.schedule() == ScheduleKind.STATIC ? settings.usedWorkers() : 1;
        this.queue = new WorkQueue(settings.ids(), lanes, settings.rate(), timer);
    }

    private static IntFunction<Downloader> recruiter(RunSettings settings, RunListener listener) throws IOException {
        if (settings.kind() == WorkerKind.THREADS) {
            Downloader shared = new ImageDownloader(settings.download());
            return worker -> shared;
        }
        ChildCommand command = new ChildCommand(settings.jvmArguments());
        return worker -> new ChildDownloader(command, settings.download(), listener::log);
    }

    /**
     * Runs the ids to their end or until it is stopped. To be called once. When the calling thread is interrupted the
     * run is stopped, and the thread is still interrupted afterwards.
     *
     * @throws IOException when the output directory cannot be used; nothing was requested then
     */
    public RunReport run() throws IOException {
        Instant startedAt = Instant.now();
        long begin = timer.nanoTime();
        new OutputDirectory(settings.download().directory()).prepare();
        ledger = new Ledger(settings.ids(), settings.usedWorkers(), begin);
        staffing = new Staffing(settings, listener, crew, timer);
        try {
            crew.start(staffing.first());
        } catch (WorkerStartException e) {
            stop(new Stop(Stop.Cause.NO_THREADS, e.getMessage()));
        }
        awaitAll(begin);
        if (defect != null) {
            throw new IllegalStateException("a worker broke down", defect);
        }
        queue.waiting().forEach(claim -> listener.settled(ledger.giveUp(claim)));
        long nanos = timer.nanoTime() - begin;
        return new RunReport(
                settings,
                startedAt,
                nanos,
                ledger.ids(),
                ledger.workers(nanos, crew.processes()),
                staffing.path(),
                stop);
    }

    /**
     * Stops a run from another thread: nothing more is handed out, and what is in flight is dropped. Returns at once; a
     * second stop does nothing.
     */
    public void stop(Stop why) {
        synchronized (account) {
            if (stop.isPresent()) {
                return;
            }
            stop = Optional.of(why);
            queue.close();
            crew.dismiss();
            listener.stopping(why);
        }
    }

    private void awaitAll(long begin) {
        boolean interrupted = false;
        // A worker only ever starts others while it runs itself, so nobody comes after the last thread ended.
        Thread thread;
        for (int i = 0; (thread = crew.thread(i)) != null; i++) {
            while (thread.isAlive()) {
                try {
                    TimeUnit.NANOSECONDS.timedJoin(thread, nanosLeft(begin));
                    if (thread.isAlive()) {
                        stop(new Stop(Stop.Cause.DEADLINE, "the deadline for the whole run has passed"));
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                    stop(new Stop(Stop.Cause.REQUESTED, "interrupted"));
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private long nanosLeft(long begin) {
        return settings.deadline()
                .filter(deadline -> !queue.isClosed())
                .map(deadline -> Math.max(1, begin + deadline.toNanos() - timer.nanoTime()))
                .orElse(Long.MAX_VALUE);
    }

    private void work(int worker, Downloader downloader) {
        try (downloader) {
            while (crew.stays(worker) && isReady(worker, downloader)) {
                long asked = timer.nanoTime();
                Optional<Claim> claim = queue.claim(worker);
                if (claim.isEmpty()) {
                    return;
                }
                attempt(worker, asked, downloader, claim.get());
            }
        } catch (InterruptedException e) {
            // The run was stopped: what this worker held is in the ledger, and the thread ends here.
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // A defect of ours: let nobody wait for this worker, and let the caller of run know.
            defect = e;
            stop(new Stop(Stop.Cause.REQUESTED, "a worker broke down: " + e));
        }
    }

    /** Waits until a worker is ready; one failed start may be bad luck, or a signal that stops this run as well. */
    private boolean isReady(int worker, Downloader downloader) throws InterruptedException {
        for (int failures = 1; !queue.isClosed(); failures++) {
            try {
                downloader.awaitReady();
                if (crew.arrive(worker)) {
                    synchronized (account) {
                        staffing.arrived();
                    }
                }
                return true;
            } catch (WorkerStartException e) {
                if (failures == MOST_FAILED_STARTS) {
                    loseWorker(worker, e);
                    return false;
                }
                listener.log(e.getMessage());
            }
        }
        return false;
    }

    private void loseWorker(int worker, WorkerStartException e) {
        synchronized (account) {
            if (staffing.canDoWithout(worker)) {
                listener.log(e.getMessage());
            } else {
                stop(new Stop(Stop.Cause.NO_WORKERS, e.getMessage()));
            }
        }
    }

    private void attempt(int worker, long asked, Downloader downloader, Claim claim) throws InterruptedException {
        long begin = timer.nanoTime();
        Outcome outcome;
        try {
            outcome = downloader.download(claim.id());
        } catch (InterruptedException e) {
            synchronized (account) {
                Ledger.Attempt dropped = new Ledger.Attempt(claim, worker, asked, begin, timer.nanoTime() - begin);
                ledger.spend(dropped);
                listener.settled(ledger.drop(dropped));
            }
            throw e;
        } catch (RuntimeException | OutOfMemoryError e) {
            outcome = new Outcome.Failed(FailureKind.DEFECT, "internal error: " + e);
        }
        conclude(new Ledger.Attempt(claim, worker, asked, begin, timer.nanoTime() - begin), outcome);
    }

    private void conclude(Ledger.Attempt attempt, Outcome outcome) {
        synchronized (account) {
            ledger.spend(attempt);
            if (outcome instanceof Outcome.Failed failed && putBack(attempt, failed)) {
                return;
            }
            listener.settled(ledger.settle(attempt, outcome));
            queue.settle(attempt.worker());
            staffing.ended(attempt, outcome, settings.ids().size() - ledger.ended());
            stopWhenAllFailAlike(outcome);
        }
    }

    private boolean putBack(Ledger.Attempt attempt, Outcome.Failed failed) {
        Optional<Duration> delay = settings.retry().delay(attempt.claim(), failed, ThreadLocalRandom.current());
        if (delay.isEmpty() || queue.isClosed()) {
            return false;
        }
        listener.retrying(attempt.claim().id(), attempt.claim().attempt(), failed.reason(), delay.get());
        if (failed.retryAfter().isPresent() || failed.kind() == FailureKind.UNREACHABLE) {
            queue.pause(delay.get());
            listener.pausing(failed.reason(), delay.get());
            staffing.paused(attempt, delay.get());
        }
        queue.retry(attempt.worker(), attempt.claim().after(failed, attempt.nanos()), delay.get());
        return true;
    }

    private void stopWhenAllFailAlike(Outcome outcome) {
        if (!(outcome instanceof Outcome.Failed failed) || !failed.kind().isSystemic()) {
            failedAlike = 0;
            return;
        }
        failedAlike++;
        if (failedAlike >= Math.min(FEW, settings.ids().size())) {
            stop(new Stop(Stop.Cause.ALL_FAIL_ALIKE, failed.reason()));
        }
    }
}
