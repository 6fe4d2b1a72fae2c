package pokemon.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import pokemon.download.WorkerStartException;
import pokemon.download.outcome.Outcome;
import pokemon.schedule.policy.WorkerStartPolicy;
import pokemon.schedule.run.AttemptResult;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.RunSettings;
import pokemon.schedule.run.StopReason;

/**
 * All that a run knows about its ids and workers, and its decisions, behind one lock: this object's monitor. See
 * {@link Scheduler} for the order of locks.
 */
final class RunState {
    /** Failed starts of one worker in a row before a run that chose the number itself goes on without it. */
    private static final int FAILED_STARTS = 2;

    private final RunSettings settings;
    private final WorkQueue queue;
    private final WorkerPool pool;
    private final EventQueue events;
    private final Ticker ticker;
    private final Consumer<StopReason> stop;
    private final Instant startedAt = Instant.now();
    private final long begin;
    private final RunRecorder recorder;
    private final PoolSizer sizer;
    private final WorkerStartPolicy starts;
    private final AttemptJudge judge;

    /** Begins a run, which {@code stop} stops while the lock is held. */
    RunState(
            RunSettings settings,
            WorkQueue queue,
            WorkerPool pool,
            WorkerStartGate gate,
            EventQueue events,
            Ticker ticker,
            Consumer<StopReason> stop) {
        this.settings = settings;
        this.queue = queue;
        this.pool = pool;
        this.events = events;
        this.ticker = ticker;
        this.stop = stop;
        this.begin = ticker.nanoTime();
        this.recorder = new RunRecorder(settings.ids(), settings.maxWorkers(), begin, events);
        this.sizer = new PoolSizer(settings, events, pool, gate, ticker);
        this.starts = new WorkerStartPolicy(begin);
        this.judge = new AttemptJudge(settings, queue, recorder, sizer, events, ticker);
    }

    long begin() {
        return begin;
    }

    synchronized int firstWorkers() {
        return sizer.wanted();
    }

    synchronized void attemptBegins(Attempt attempt) {
        recorder.begin(attempt);
    }

    /** Records an attempt that the end of the run interrupted. */
    synchronized void attemptInterrupted(Attempt attempt) {
        if (recorder.end(attempt)) {
            recorder.interrupt(attempt);
        }
    }

    /** Records how an attempt ended, settles its id or requeues it, and stops the run when the failure calls for it. */
    synchronized void attemptEnded(Attempt attempt, Outcome outcome) {
        if (recorder.end(attempt)) {
            events.add(to -> to.attempted(new AttemptResult(
                    attempt.claim().id(),
                    attempt.claim().attempt(),
                    attempt.worker(),
                    attempt.askedNanos() - begin,
                    attempt.beginNanos() - begin,
                    attempt.nanos(),
                    outcome,
                    attempt.trace())));
            judge.judge(attempt, outcome).ifPresent(stop);
        }
    }

    synchronized void workerReady(int worker) {
        starts.ready(worker, ticker.nanoTime());
        sizer.workerReady();
    }

    /** Returns how long a worker waits before its next start, or nothing when it ends. */
    synchronized Optional<Duration> startFailed(int worker, WorkerStartException e) {
        long now = ticker.nanoTime();
        pool.markNotReady(worker);
        judge.startFailed(e.getMessage(), now);
        Duration pause = starts.failed(worker, e, now);
        if (recorder.left() == 0) {
            return Optional.empty();
        }
        int atATime = Math.min(pool.present(), settings.workers().firstWave());
        if (starts.isHopeless(pool.ready(), atATime, now)) {
            stop.accept(new StopReason(StopReason.Cause.NO_WORKERS, e.getMessage()));
            return Optional.empty();
        }
        if (starts.failures(worker) >= FAILED_STARTS && sizer.canDoWithout(worker)) {
            starts.left(worker);
            return Optional.empty();
        }
        return Optional.of(pause);
    }

    /** Ends the recording and returns the report. Attempts that still run count as interrupted. */
    synchronized RunReport report(Optional<StopReason> why) {
        recorder.close();
        judge.undecided().forEach(each -> recorder.settle(each.attempt(), each.failed()));
        queue.waiting().forEach(recorder::abandon);
        int lost = pool.processesLost();
        // A run without workers has said why.
        if (lost > 0
                && why.filter(reason -> reason.cause() == StopReason.Cause.NO_WORKERS)
                        .isEmpty()) {
            String last =
                    judge.lastDeath().map(reason -> "; the last one: " + reason).orElse("");
            events.add(to -> to.warning(lost + (lost == 1 ? " child JVM was lost" : " child JVMs were lost") + last));
        }
        long nanos = ticker.nanoTime() - begin;
        return new RunReport(
                settings,
                startedAt,
                nanos,
                recorder.ids(),
                recorder.workers(nanos, pool.processes()),
                lost,
                sizer.path(),
                why);
    }
}
