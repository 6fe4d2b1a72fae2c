package pokemon.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import pokemon.download.ExistingFilePolicy;
import pokemon.download.outcome.Outcome;
import pokemon.schedule.adaptive.AdaptiveConcurrency;
import pokemon.schedule.adaptive.ConcurrencyChange;
import pokemon.schedule.adaptive.CpuLoad;
import pokemon.schedule.run.Concurrency;
import pokemon.schedule.run.RunSettings;
import pokemon.schedule.run.ScheduleKind;

/**
 * Resizes the pool to the number that {@link AdaptiveConcurrency} wants, or keeps a fixed number. Part of
 * {@link RunState}.
 */
final class PoolSizer {
    private final RunSettings settings;
    private final EventQueue events;
    private final WorkerPool pool;
    private final WorkerStartGate gate;
    private final Ticker ticker;
    private final Optional<AdaptiveConcurrency> adaptive;
    private long halvedAt;

    PoolSizer(RunSettings settings, EventQueue events, WorkerPool pool, WorkerStartGate gate, Ticker ticker) {
        this.settings = settings;
        this.events = events;
        this.pool = pool;
        this.gate = gate;
        this.ticker = ticker;
        this.halvedAt = ticker.nanoTime();
        this.adaptive = adaptive(settings, halvedAt);
    }

    private static Optional<AdaptiveConcurrency> adaptive(RunSettings settings, long now) {
        if (settings.workers().concurrency() instanceof Concurrency.Adaptive range && settings.maxWorkers() > 0) {
            int max = settings.maxWorkers();
            return Optional.of(new AdaptiveConcurrency(Math.min(range.first(), max), max, now, new CpuLoad()));
        }
        return Optional.empty();
    }

    int wanted() {
        return adaptive.map(AdaptiveConcurrency::wanted).orElse(settings.maxWorkers());
    }

    /** Returns the numbers of workers that were chosen so far, in order. */
    List<ConcurrencyChange> path() {
        return adaptive.map(AdaptiveConcurrency::path).orElse(List.of());
    }

    void workerReady() {
        adapt(each -> each.ready(pool.ready(), ticker.nanoTime()));
    }

    /** Tells that an id has ended, and how many have not. */
    void ended(Attempt attempt, Outcome outcome, int left) {
        gate.ended(left);
        if (left == 0) {
            pool.interruptStarting();
            return;
        }
        if (outcome instanceof Outcome.Skipped && settings.download().existing() == ExistingFilePolicy.KEEP) {
            return; // No request was made, so its time shows nothing.
        }
        adapt(each -> each.completed(attempt.askedNanos(), ticker.nanoTime(), left));
    }

    /** Tells that the answer to an attempt makes all workers pause. */
    void paused(Attempt attempt, Duration pause) {
        long now = ticker.nanoTime();
        adapt(each -> each.throttled(attempt.beginNanos(), now, now + pause.toNanos()));
    }

    /** Tells that all workers wait for the server. */
    void held(Duration pause) {
        adapt(each -> each.held(ticker.nanoTime() + pause.toNanos()));
    }

    /** Returns whether a worker that does not start is given up: others are ready, and the user chose no number. */
    boolean canDoWithout(int worker) {
        if (adaptive.isEmpty() || pool.ready() == 0) {
            return false;
        }
        pool.release(worker);
        adapt(each -> each.cannotGrow(pool.ready(), ticker.nanoTime()));
        return true;
    }

    /**
     * Halves the number of workers because an attempt ran short of memory, threads or file descriptors, unless it was
     * halved since the attempt began. Returns whether there were several workers.
     */
    boolean ranShort(Attempt attempt) {
        // Fixed shares need all their workers.
        boolean several = pool.wanted() > 1 && settings.workers().schedule() == ScheduleKind.DYNAMIC;
        if (several && attempt.beginNanos() - halvedAt >= 0) {
            halvedAt = ticker.nanoTime();
            int fewer = Math.max(1, pool.wanted() / 2);
            if (adaptive.isPresent()) {
                adapt(each -> each.cannotGrow(fewer, halvedAt));
            } else {
                pool.resize(fewer);
            }
        }
        return several;
    }

    private void adapt(Consumer<AdaptiveConcurrency> event) {
        if (adaptive.isEmpty() || pool.isClosed()) {
            return;
        }
        int before = wanted();
        event.accept(adaptive.get());
        if (wanted() != before) {
            List<ConcurrencyChange> path = path();
            ConcurrencyChange from = path.get(path.size() - 2);
            ConcurrencyChange to = path.get(path.size() - 1);
            events.add(listener -> listener.resizing(settings.workers().kind(), from, to));
            if (!pool.resize(wanted())) {
                adapt(each -> each.cannotGrow(pool.present(), ticker.nanoTime()));
            }
        }
    }
}
