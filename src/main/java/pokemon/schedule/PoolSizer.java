package pokemon.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import pokemon.download.ExistingFilePolicy;
import pokemon.download.Outcome;
import pokemon.schedule.adaptive.AdaptiveConcurrency;
import pokemon.schedule.adaptive.ConcurrencyChange;
import pokemon.schedule.adaptive.CpuLoad;
import pokemon.schedule.run.Concurrency;
import pokemon.schedule.run.RunListener;
import pokemon.schedule.run.RunSettings;
import pokemon.schedule.run.ScheduleKind;

/**
 * Keeps the number of workers at what the {@link AdaptiveConcurrency} wants, or leaves a fixed number alone. Not for
 * use by several threads at once.
 */
final class PoolSizer {
    private final RunSettings settings;
    private final RunListener listener;
    private final WorkerPool pool;
    private final StartGate gate;
    private final Ticker ticker;
    private final Optional<AdaptiveConcurrency> limit;
    private long lastCut;

    /** Prepares a run that begins now. */
    PoolSizer(RunSettings settings, RunListener listener, WorkerPool pool, StartGate gate, Ticker ticker) {
        this.settings = settings;
        this.listener = listener;
        this.pool = pool;
        this.gate = gate;
        this.ticker = ticker;
        this.lastCut = ticker.nanoTime();
        this.limit = limit(settings, lastCut);
    }

    private static Optional<AdaptiveConcurrency> limit(RunSettings settings, long now) {
        if (settings.workers().concurrency() instanceof Concurrency.Adaptive adaptive && settings.maxWorkers() > 0) {
            int max = settings.maxWorkers();
            return Optional.of(new AdaptiveConcurrency(Math.min(adaptive.first(), max), max, now, new CpuLoad()));
        }
        return Optional.empty();
    }

    /** Returns how many workers begin. */
    int first() {
        return limit.map(AdaptiveConcurrency::wanted).orElse(settings.maxWorkers());
    }

    /** Returns the numbers of workers that were chosen so far, in order. */
    List<ConcurrencyChange> path() {
        return limit.map(AdaptiveConcurrency::path).orElse(List.of());
    }

    /** Says that one more worker is ready. */
    void arrived() {
        adapt(adaptive -> adaptive.ready(pool.ready(), ticker.nanoTime()));
    }

    /**
     * Says that an id ended.
     *
     * @param left how many ids did not yet
     */
    void ended(RunRecorder.Attempt attempt, Outcome outcome, int left) {
        gate.ended(left);
        if (left == 0) {
            pool.interruptStarting();
            return;
        }
        if (outcome instanceof Outcome.Skipped && settings.download().existing() == ExistingFilePolicy.KEEP) {
            return; // What is kept asks nothing of the network and says nothing about it.
        }
        adapt(adaptive -> adaptive.completed(attempt.askedNanos(), ticker.nanoTime(), left));
    }

    /** Says that the answer to an attempt makes everybody pause. */
    void paused(RunRecorder.Attempt attempt, Duration pause) {
        long now = ticker.nanoTime();
        adapt(adaptive -> adaptive.throttled(attempt.beginNanos(), now, now + pause.toNanos()));
    }

    /** Says that everybody waits for the server until some time. */
    void held(Duration pause) {
        adapt(adaptive -> adaptive.held(ticker.nanoTime() + pause.toNanos()));
    }

    /**
     * Says that a worker, which is not ready, does not start.
     *
     * @return whether the run goes on without it: others did start, and their number is not the user's choice
     */
    boolean canDoWithout(int worker) {
        if (limit.isEmpty() || pool.ready() == 0) {
            return false;
        }
        pool.release(worker);
        adapt(adaptive -> adaptive.cannotGrow(pool.ready(), ticker.nanoTime()));
        return true;
    }

    /**
     * Says that this machine ran short of something in an attempt. Half of the workers end after their image, unless
     * that was done since the attempt began.
     *
     * @return whether there were several workers
     */
    boolean ranShort(RunRecorder.Attempt attempt) {
        // Fixed shares need all their workers.
        boolean several = pool.wanted() > 1 && settings.workers().schedule() == ScheduleKind.DYNAMIC;
        if (several && attempt.beginNanos() - lastCut >= 0) {
            lastCut = ticker.nanoTime();
            int fewer = Math.max(1, pool.wanted() / 2);
            if (limit.isPresent()) {
                adapt(adaptive -> adaptive.cannotGrow(fewer, lastCut));
            } else {
                pool.resize(fewer);
            }
        }
        return several;
    }

    private void adapt(Consumer<AdaptiveConcurrency> event) {
        if (limit.isEmpty() || pool.isClosed()) {
            return;
        }
        AdaptiveConcurrency adaptive = limit.get();
        int before = adaptive.wanted();
        event.accept(adaptive);
        if (adaptive.wanted() != before) {
            List<ConcurrencyChange> path = adaptive.path();
            listener.resizing(settings.workers().kind(), path.get(path.size() - 2), path.get(path.size() - 1));
            if (!pool.resize(adaptive.wanted())) {
                adapt(full -> full.cannotGrow(pool.present(), ticker.nanoTime()));
            }
        }
    }
}
