package pokemon.schedule;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import pokemon.child.ChildCommand;
import pokemon.child.ChildDownloader;
import pokemon.child.ChildListener;
import pokemon.download.Downloader;
import pokemon.download.ImageDownloader;
import pokemon.download.WorkerStartException;
import pokemon.download.outcome.FailureKind;
import pokemon.download.outcome.Outcome;
import pokemon.download.output.OutputDirectory;
import pokemon.download.trace.AttemptTrace;
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
 * <p><b>Threads.</b> A worker is a thread of this JVM with a {@link Downloader}. With threads, all workers share one
 * {@link ImageDownloader}; with processes, each has its own {@link ChildDownloader}. Queue, retries, rate and report
 * exist once and behave the same for both. A worker starts when the {@link WorkerStartGate} admits it. Then it claims
 * an id from the {@link WorkQueue}, makes one attempt and passes the outcome to the {@link RunState}, until the queue
 * has nothing more for it. The thread that calls {@link #run} waits for the end of all workers and makes the report.
 *
 * <p><b>Locks.</b> There are four:
 *
 * <ul>
 *   <li>{@link RunState}: the bookkeeping and the decisions. It alone calls {@link RunRecorder} (what became of ids),
 *       {@link AttemptJudge} (retry, settle or stop), {@link PoolSizer} (how many workers) and the policies.
 *   <li>{@link WorkQueue}: the ids that no worker has. Workers wait in it for an id.
 *   <li>{@link WorkerStartGate}: the waves of starts. Workers wait in it for their start.
 *   <li>{@link WorkerPool}: the threads. {@code run} waits in it for their end.
 * </ul>
 *
 * <p>A thread that holds the lock of {@code RunState} may take one of the others, never the other way round. Of the
 * others, only the gate calls another while it holds its lock: the pool. No thread waits or calls the listener while it
 * holds the lock of {@code RunState}.
 *
 * <p><b>Events.</b> Under the lock of {@code RunState}, an event is only appended to the {@link EventQueue}. A thread
 * delivers events after it has left the lock, one thread at a time and in order. A listener that blocks delays that
 * thread and further events, and nothing else.
 *
 * <p><b>The end.</b> A run ends when all worker threads have ended. They end when each id is settled or after
 * {@link #stop}, which closes the queue and interrupts them. The caller stops a run, the deadline, the
 * {@code AttemptJudge} when all ids would fail alike or an outage lasts too long, a lack of workers, or a defect. One
 * second after a stop, the report is made from what is recorded. An attempt that still runs then is abandoned: it
 * publishes nothing more, and its id counts as failed if an earlier attempt failed, else as not attempted.
 */
public final class Scheduler {
    /** How long workers may take to clean up after a stop. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(1);

    /** How long the recording of an image may take that was published before publishing ended. */
    private static final Duration RECORD_LIMIT = Duration.ofMillis(100);

    private final RunSettings settings;
    private final EventQueue events;
    private final WorkQueue queue;
    private final Ticker ticker;
    private final WorkerPool pool;
    private final WorkerStartGate gate;
    private final AtomicReference<Stop> stop = new AtomicReference<>();
    private final AtomicReference<Throwable> defect = new AtomicReference<>();
    private RunState state;

    /** Why and when a run was stopped. */
    private record Stop(StopReason why, long nanoTime) {}

    /**
     * Prepares a run.
     *
     * @param listeners follow the run, each event in this order
     * @throws IOException when the trusted authorities cannot be read
     */
    public Scheduler(RunSettings settings, List<RunListener> listeners) throws IOException {
        this(settings, new EventQueue(listeners));
    }

    private Scheduler(RunSettings settings, EventQueue events) throws IOException {
        this(settings, events, downloaderFactory(settings, events), Ticker.SYSTEM);
    }

    Scheduler(RunSettings settings, EventQueue events, IntFunction<Downloader> downloaderFactory, Ticker ticker) {
        this.settings = settings;
        this.events = events;
        this.pool = new WorkerPool(downloaderFactory, this::work);
        this.ticker = ticker;
        this.gate = new WorkerStartGate(settings.workers().firstWave(), pool::ready, new CpuLoad(), ticker);
        int partitions = settings.workers().schedule() == ScheduleKind.STATIC ? settings.maxWorkers() : 1;
        this.queue = new WorkQueue(settings.ids(), partitions, settings.rate(), ticker);
    }

    private static IntFunction<Downloader> downloaderFactory(RunSettings settings, ChildListener listener)
            throws IOException {
        if (settings.workers().kind() == WorkerKind.THREADS) {
            Downloader shared = new ImageDownloader(settings.download());
            return worker -> shared;
        }
        ChildCommand command = new ChildCommand(settings.workers().jvmArguments());
        int children = Math.min(settings.workers().firstWave(), settings.maxWorkers());
        return worker -> new ChildDownloader(command, settings.download(), children, listener);
    }

    /**
     * Runs the ids until all have ended or the run is stopped. To be called once. When the calling thread is
     * interrupted, the run is stopped, and the thread is still interrupted afterwards.
     *
     * @throws IOException when the output directory cannot be used; then nothing was requested
     */
    public RunReport run() throws IOException {
        state = new RunState(settings, queue, pool, gate, events, ticker, this::stop);
        new OutputDirectory(settings.download().directory()).prepare();
        try {
            pool.start(state.firstWorkers());
        } catch (WorkerStartException e) {
            goOnWithFewer(e);
        }
        boolean interrupted = awaitWorkers();
        interrupted |= abandonWorkers();
        RunReport report = state.report(Optional.ofNullable(stop.get()).map(Stop::why));
        events.deliverWithin(STOP_LIMIT);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (defect.get() != null) {
            throw new IllegalStateException("a worker broke down", defect.get());
        }
        return report;
    }

    /** Leaves some of the threads that the system has to others. Fixed shares need all their workers. */
    private void goOnWithFewer(WorkerStartException e) {
        int fewer = pool.present() * 9 / 10;
        if (fewer == 0 || settings.workers().schedule() == ScheduleKind.STATIC) {
            stop(new StopReason(StopReason.Cause.NO_THREADS, e.getMessage()));
            return;
        }
        pool.resize(fewer);
        events.add(to -> to.warning(e.getMessage() + "; the run goes on with "
                + settings.workers().kind().count(fewer)));
    }

    /**
     * Stops a run from any thread: no further id is claimed, and attempts under way are dropped. Returns at once; a
     * second stop does nothing.
     */
    public void stop(StopReason why) {
        if (stop.compareAndSet(null, new Stop(why, ticker.nanoTime()))) {
            queue.close();
            pool.interruptAll();
            events.add(to -> to.stopping(why));
        }
    }

    /** Waits for the end of all workers, after a stop up to a limit. Returns whether this thread was interrupted. */
    private boolean awaitWorkers() {
        boolean interrupted = false;
        boolean ended = false;
        while (!ended && (stop.get() == null || nanosLeft() > 0)) {
            try {
                ended = pool.awaitEnd(this::nanosLeft);
                if (!ended) {
                    stop(new StopReason(StopReason.Cause.DEADLINE, "the deadline for the whole run has passed"));
                }
            } catch (InterruptedException e) {
                interrupted = true;
                stop(new StopReason(StopReason.Cause.REQUESTED, "interrupted"));
            }
        }
        return interrupted;
    }

    /** Called while the lock of the pool is held, so it takes none. */
    private long nanosLeft() {
        Stop stopped = stop.get();
        if (stopped != null) {
            return stopped.nanoTime() + STOP_LIMIT.toNanos() - ticker.nanoTime();
        }
        return settings.deadline()
                .map(deadline -> state.begin() + deadline.toNanos() - ticker.nanoTime())
                .orElse(Long.MAX_VALUE);
    }

    /** Ends all publishing, and waits for the records of what was published. Returns whether it was interrupted. */
    private boolean abandonWorkers() {
        pool.abandon();
        long end = System.nanoTime() + RECORD_LIMIT.toNanos();
        try {
            pool.awaitEnd(() -> end - System.nanoTime());
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    private void work(int worker, Downloader downloader) {
        try (downloader) {
            while (!pool.retireIfSurplus(worker) && awaitReady(worker, downloader)) {
                long asked = ticker.nanoTime();
                Optional<Claim> claim = queue.claim(worker);
                if (claim.isEmpty()) {
                    return;
                }
                AttemptTrace trace = new AttemptTrace(settings.download().traced());
                attempt(new Attempt(claim.get(), worker, asked, ticker.nanoTime(), 0, trace), downloader);
            }
        } catch (InterruptedException e) {
            // The run was stopped.
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // A defect of this program: the caller of run gets it.
            defect.set(e);
            stop(new StopReason(StopReason.Cause.REQUESTED, "a worker broke down: " + e));
        }
    }

    /** Waits until a worker can download, starting it as often as necessary. Returns false when it has to end. */
    private boolean awaitReady(int worker, Downloader downloader) throws InterruptedException {
        while (!queue.isClosed()) {
            Optional<Duration> pause;
            try {
                if (!pool.isReady(worker)) {
                    return start(worker, downloader);
                }
                // A child that died since its last id is replaced at once.
                downloader.awaitReady();
                return true;
            } catch (WorkerStartException e) {
                events.add(to -> to.childTrouble(e.getMessage()));
                pause = state.startFailed(worker, e);
            }
            events.deliver();
            if (pause.isEmpty()) {
                return false;
            }
            queue.sleep(pause.get());
        }
        return false;
    }

    /** Starts a worker when its turn comes. Returns whether it is still wanted then. */
    private boolean start(int worker, Downloader downloader) throws WorkerStartException, InterruptedException {
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
        state.workerReady(worker);
        events.deliver();
        return true;
    }

    private void attempt(Attempt attempt, Downloader downloader) throws InterruptedException {
        state.attemptBegins(attempt);
        try {
            downloader.limit(bandwidthShare());
            Outcome outcome = download(attempt, downloader);
            state.attemptEnded(attempt.endedAt(ticker.nanoTime()), outcome);
        } catch (InterruptedException e) {
            state.attemptInterrupted(attempt.endedAt(ticker.nanoTime()));
            throw e;
        } finally {
            events.deliver();
        }
    }

    /** Returns the bytes per second for one downloader: threads share it, and each child has its own. */
    private long bandwidthShare() {
        boolean shared = settings.workers().kind() == WorkerKind.THREADS;
        return settings.bytesPerSecond() == 0 || shared
                ? settings.bytesPerSecond()
                : Math.max(1, settings.bytesPerSecond() / Math.max(1, pool.ready()));
    }

    private static Outcome download(Attempt attempt, Downloader downloader) throws InterruptedException {
        try {
            return downloader.download(attempt.claim().id(), attempt.trace());
        } catch (OutOfMemoryError e) {
            return new Outcome.Failed(FailureKind.EXHAUSTED, "not enough memory: " + e.getMessage());
        } catch (RuntimeException e) {
            return new Outcome.Failed(FailureKind.DEFECT, "internal error: " + e);
        }
    }
}
