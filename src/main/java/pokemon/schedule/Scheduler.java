package pokemon.schedule;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import pokemon.child.ChildCommand;
import pokemon.child.ChildDownloader;
import pokemon.download.Downloader;
import pokemon.download.FailureKind;
import pokemon.download.ImageDownloader;
import pokemon.download.Outcome;
import pokemon.download.WorkerStartException;
import pokemon.download.output.OutputDirectory;
import pokemon.schedule.adaptive.CpuLoad;
import pokemon.schedule.run.RunListener;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.RunSettings;
import pokemon.schedule.run.ScheduleKind;
import pokemon.schedule.run.StopReason;
import pokemon.schedule.run.WorkerKind;

/**
 * Runs ids through a number of workers.
 *
 * <p><b>Workers.</b> A worker is a thread of this JVM with a {@link Downloader}. With threads, all workers share one
 * {@link ImageDownloader}; with processes, each has its own {@link ChildDownloader}. Queue, retries, rate and report
 * exist once and behave the same for both. A worker passes the {@link StartGate}, then claims an id, makes one attempt,
 * and lets the {@link AttemptJudge} settle the id or put it back, until the {@link WorkQueue} has nothing more for it.
 *
 * <p><b>Locks.</b> {@code lock} guards what is known about ids and decisions: recorder, judge, sizer and start policy.
 * The queue, the gate and the {@link WorkerPool} have a lock each. These three may be taken while {@code lock} is held,
 * and none of them is held when {@code lock} is taken. The gate may call the pool. A thread waits only in the queue, in
 * the gate and for the end of the pool, and never while it holds {@code lock}. Events are entered under {@code lock}
 * and delivered to the listener without it.
 *
 * <p><b>The end.</b> A run ends when each id is settled, or by {@link #stop}, which closes the queue and interrupts the
 * workers. One second later the report is made from what is recorded. An attempt that still runs is abandoned: it can
 * publish nothing more, and its id counts as not attempted.
 */
public final class Scheduler {
    /** How long workers may take to leave things in order after a stop. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(1);

    /** How long an image that was published before the account was closed may take to be recorded. */
    private static final Duration RECORD_LIMIT = Duration.ofMillis(100);

    /** Failed starts of one worker in a row before a run that chose the number itself goes on without it. */
    private static final int FAILED_STARTS = 2;

    private final RunSettings settings;
    private final SerialListener events;
    private final WorkQueue queue;
    private final Ticker ticker;
    private final WorkerPool pool;
    private final StartGate gate;
    private final Object lock = new Object();
    private final Map<Integer, RunRecorder.Attempt> underWay = new HashMap<>();
    private RunRecorder recorder;
    private PoolSizer sizer;
    private StartPolicy starts;
    private AttemptJudge judge;
    private Optional<StopReason> stop = Optional.empty();
    private Optional<Throwable> defect = Optional.empty();
    private volatile boolean stopped;
    private volatile long stoppedAt;

    /**
     * Prepares a run.
     *
     * @throws IOException when the trusted authorities cannot be read
     */
    public Scheduler(RunSettings settings, RunListener listener) throws IOException {
        this(settings, listener, downloaderFactory(settings, listener), Ticker.SYSTEM);
    }

    Scheduler(RunSettings settings, RunListener listener, IntFunction<Downloader> downloaderFactory, Ticker ticker) {
        this.settings = settings;
        this.events = new SerialListener(listener);
        this.pool = new WorkerPool(downloaderFactory, this::work);
        this.ticker = ticker;
        this.gate = new StartGate(settings.workers().firstWave(), pool::ready, new CpuLoad(), ticker);
        int partitions = settings.workers().schedule() == ScheduleKind.STATIC ? settings.maxWorkers() : 1;
        this.queue = new WorkQueue(settings.ids(), partitions, settings.rate(), ticker);
    }

    private static IntFunction<Downloader> downloaderFactory(RunSettings settings, RunListener listener)
            throws IOException {
        if (settings.workers().kind() == WorkerKind.THREADS) {
            Downloader shared = new ImageDownloader(settings.download());
            return worker -> shared;
        }
        ChildCommand command = new ChildCommand(settings.workers().jvmArguments());
        int children = Math.min(settings.workers().firstWave(), settings.maxWorkers());
        return worker -> new ChildDownloader(command, settings.download(), children, listener::log);
    }

    /**
     * Runs the ids to their end or until it is stopped. To be called once. When the calling thread is interrupted the
     * run is stopped, and the thread is still interrupted afterwards.
     *
     * @throws IOException when the output directory cannot be used; nothing was requested then
     */
    public RunReport run() throws IOException {
        Instant startedAt = Instant.now();
        long begin = ticker.nanoTime();
        new OutputDirectory(settings.download().directory()).prepare();
        recorder = new RunRecorder(settings.ids(), settings.maxWorkers(), begin);
        sizer = new PoolSizer(settings, events, pool, gate, ticker);
        starts = new StartPolicy(begin);
        judge = new AttemptJudge(settings, queue, recorder, sizer, events, ticker);
        try {
            pool.start(sizer.first());
        } catch (WorkerStartException e) {
            stop(new StopReason(StopReason.Cause.NO_THREADS, e.getMessage()));
        }
        awaitWorkers(begin);
        RunReport report = takeAccount(startedAt, begin);
        events.deliverWithin(STOP_LIMIT);
        if (defect.isPresent()) {
            throw new IllegalStateException("a worker broke down", defect.get());
        }
        return report;
    }

    /**
     * Stops a run from another thread: nothing more is handed out, and what is in flight is dropped. Returns at once; a
     * second stop does nothing.
     */
    public void stop(StopReason why) {
        synchronized (lock) {
            if (stop.isPresent()) {
                return;
            }
            stop = Optional.of(why);
            stoppedAt = ticker.nanoTime();
            stopped = true;
            queue.close();
            pool.interruptAll();
            events.stopping(why);
        }
    }

    private void awaitWorkers(long begin) {
        boolean interrupted = false;
        boolean waiting = true;
        while (waiting) {
            try {
                boolean ended = pool.awaitEnd(() -> nanosLeft(begin));
                waiting = !ended && !stopped;
                if (waiting) {
                    stop(new StopReason(StopReason.Cause.DEADLINE, "the deadline for the whole run has passed"));
                }
            } catch (InterruptedException e) {
                interrupted = true;
                stop(new StopReason(StopReason.Cause.REQUESTED, "interrupted"));
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Called under the monitor of the pool, so it takes no lock. */
    private long nanosLeft(long begin) {
        if (stopped) {
            return stoppedAt + STOP_LIMIT.toNanos() - ticker.nanoTime();
        }
        return settings.deadline()
                .map(deadline -> begin + deadline.toNanos() - ticker.nanoTime())
                .orElse(Long.MAX_VALUE);
    }

    private RunReport takeAccount(Instant startedAt, long begin) {
        pool.abandon();
        awaitRecords();
        synchronized (lock) {
            recorder.close();
            underWay.values().forEach(attempt -> events.settled(recorder.recordInterrupted(attempt)));
            judge.undecided().forEach(each -> events.settled(recorder.settle(each.attempt(), each.failed())));
            queue.waiting().forEach(claim -> events.settled(recorder.recordAbandoned(claim)));
            int lost = pool.processesLost();
            tellLost(lost);
            long nanos = ticker.nanoTime() - begin;
            return new RunReport(
                    settings,
                    startedAt,
                    nanos,
                    recorder.ids(),
                    recorder.workers(nanos, pool.processes()),
                    lost,
                    sizer.path(),
                    stop);
        }
    }

    private void tellLost(int lost) {
        // A run without workers has said why.
        if (lost > 0
                && stop.filter(why -> why.cause() == StopReason.Cause.NO_WORKERS)
                        .isEmpty()) {
            String last =
                    judge.lastDeath().map(reason -> "; the last one: " + reason).orElse("");
            events.warning(lost + (lost == 1 ? " child JVM was lost" : " child JVMs were lost") + last);
        }
    }

    private void awaitRecords() {
        boolean interrupted = Thread.interrupted();
        long end = System.nanoTime() + RECORD_LIMIT.toNanos();
        try {
            pool.awaitEnd(() -> end - System.nanoTime());
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(int worker, Downloader downloader) {
        try (downloader) {
            while (!pool.retireIfSurplus(worker) && isReady(worker, downloader)) {
                long asked = ticker.nanoTime();
                Optional<Claim> claim = queue.claim(worker);
                if (claim.isEmpty()) {
                    return;
                }
                attempt(worker, asked, downloader, claim.get());
            }
        } catch (InterruptedException e) {
            // The run was stopped: what this worker held is recorded, and the thread ends here.
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // A defect of ours: let nobody wait for this worker, and let the caller of run know.
            synchronized (lock) {
                defect = Optional.of(e);
            }
            stop(new StopReason(StopReason.Cause.REQUESTED, "a worker broke down: " + e));
        }
    }

    private boolean isReady(int worker, Downloader downloader) throws InterruptedException {
        while (!queue.isClosed()) {
            Optional<Duration> pause;
            try {
                return pool.isReady(worker) ? isStillReady(downloader) : starts(worker, downloader);
            } catch (WorkerStartException e) {
                events.log(e.getMessage());
                pause = pauseAfterFailedStart(worker, e);
            }
            events.deliver();
            if (pause.isEmpty()) {
                return false;
            }
            queue.sleep(pause.get());
        }
        return false;
    }

    /** A child that died since its last id is replaced at once. */
    private static boolean isStillReady(Downloader downloader) throws WorkerStartException, InterruptedException {
        downloader.awaitReady();
        return true;
    }

    /** Starts a worker when its turn comes; returns whether it is still wanted then. */
    private boolean starts(int worker, Downloader downloader) throws WorkerStartException, InterruptedException {
        gate.enter();
        long begin = ticker.nanoTime();
        boolean ready = false;
        try {
            if (pool.retireIfSurplus(worker)) {
                return false;
            }
            downloader.awaitReady();
            ready = true;
            pool.markReady(worker);
        } finally {
            gate.started(ready, ticker.nanoTime() - begin);
        }
        synchronized (lock) {
            starts.ready(worker, ticker.nanoTime());
            sizer.arrived();
        }
        return true;
    }

    /** Returns how long a worker waits until its next start, or nothing when it is to end. */
    private Optional<Duration> pauseAfterFailedStart(int worker, WorkerStartException e) {
        synchronized (lock) {
            long now = ticker.nanoTime();
            pool.markNotReady(worker);
            judge.workerDied(e.getMessage(), now);
            Duration pause = starts.failed(worker, e, now);
            if (recorder.ended() == settings.ids().size()) {
                return Optional.empty();
            }
            if (starts.isHopeless(
                    pool.ready(), Math.min(pool.present(), settings.workers().firstWave()), now)) {
                stop(new StopReason(StopReason.Cause.NO_WORKERS, e.getMessage()));
                return Optional.empty();
            }
            if (starts.failures(worker) >= FAILED_STARTS && sizer.canDoWithout(worker)) {
                starts.left(worker);
                return Optional.empty();
            }
            return Optional.of(pause);
        }
    }

    private void attempt(int worker, long asked, Downloader downloader, Claim claim) throws InterruptedException {
        long begin = ticker.nanoTime();
        synchronized (lock) {
            underWay.put(worker, new RunRecorder.Attempt(claim, worker, asked, begin, 0));
        }
        Outcome outcome;
        try {
            outcome = downloader.download(claim.id());
        } catch (InterruptedException e) {
            recordInterrupted(new RunRecorder.Attempt(claim, worker, asked, begin, ticker.nanoTime() - begin));
            throw e;
        } catch (OutOfMemoryError e) {
            outcome = new Outcome.Failed(FailureKind.EXHAUSTED, "not enough memory: " + e.getMessage());
        } catch (RuntimeException e) {
            outcome = new Outcome.Failed(FailureKind.DEFECT, "internal error: " + e);
        }
        conclude(new RunRecorder.Attempt(claim, worker, asked, begin, ticker.nanoTime() - begin), outcome);
    }

    private void recordInterrupted(RunRecorder.Attempt attempt) {
        synchronized (lock) {
            if (recorder.isClosed()) {
                return;
            }
            underWay.remove(attempt.worker());
            recorder.addBusyTime(attempt);
            events.settled(recorder.recordInterrupted(attempt));
        }
        events.deliver();
    }

    private void conclude(RunRecorder.Attempt attempt, Outcome outcome) {
        synchronized (lock) {
            if (recorder.isClosed()) {
                return;
            }
            underWay.remove(attempt.worker());
            recorder.addBusyTime(attempt);
            judge.judge(attempt, outcome).ifPresent(this::stop);
        }
        events.deliver();
    }
}
