package pokemon.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import pokemon.download.ExistingFilePolicy;
import pokemon.download.Outcome;

/**
 * Keeps the number of workers at what the {@link AdaptiveConcurrency} wants, or leaves a fixed number alone. Not for
 * use by several threads at once.
 */
final class PoolSizer {
    private final RunSettings settings;
    private final RunListener listener;
    private final WorkerPool crew;
    private final StartGate gate;
    private final Ticker timer;
    private final Optional<AdaptiveConcurrency> limit;
    private long lastCut;

    /** Prepares a run that begins now. */
    PoolSizer(RunSettings settings, RunListener listener, WorkerPool crew, StartGate gate, Ticker timer) {
        this.settings = settings;
        this.listener = listener;
        this.crew = crew;
        this.gate = gate;
        this.timer = timer;
        this.lastCut = timer.nanoTime();
        this.limit = limit(settings, lastCut);
    }

    private static Optional<AdaptiveConcurrency> limit(RunSettings settings, long now) {
        if (settings.concurrency() instanceof Concurrency.Adaptive adaptive && settings.usedWorkers() > 0) {
            int most = settings.usedWorkers();
            return Optional.of(new AdaptiveConcurrency(Math.min(adaptive.first(), most), most, now, new CpuLoad()));
        }
        return Optional.empty();
    }

    /** Returns how many workers begin. */
    int first() {
        return limit.map(AdaptiveConcurrency::wanted).orElse(settings.usedWorkers());
    }

    /** Returns the numbers of workers that were chosen so far, in order. */
    List<ConcurrencyChange> path() {
        return limit.map(AdaptiveConcurrency::path).orElse(List.of());
    }

    /** Says that one more worker is ready. */
    void arrived() {
        adapt(adaptive -> adaptive.ready(crew.ready(), timer.nanoTime()));
    }

    /**
     * Says that an id ended.
     *
     * @param left how many ids did not yet
     */
    void ended(RunRecorder.Attempt attempt, Outcome outcome, int left) {
        gate.ended(left);
        if (left == 0) {
            crew.dismissLate();
            return;
        }
        if (outcome instanceof Outcome.Skipped && settings.download().existing() == ExistingFilePolicy.KEEP) {
            return; // What is kept asks nothing of the network and says nothing about it.
        }
        adapt(adaptive -> adaptive.completed(attempt.askedNanos(), timer.nanoTime(), left));
    }

    /** Says that the answer to an attempt makes everybody pause. */
    void paused(RunRecorder.Attempt attempt, Duration pause) {
        long now = timer.nanoTime();
        adapt(adaptive -> adaptive.throttled(attempt.beginNanos(), now, now + pause.toNanos()));
    }

    /** Says that everybody waits for the server until some time. */
    void held(Duration pause) {
        adapt(adaptive -> adaptive.held(timer.nanoTime() + pause.toNanos()));
    }

    /**
     * Says that a worker, which is not ready, does not start.
     *
     * @return whether the run goes on without it: others did start, and their number is not the user's choice
     */
    boolean canDoWithout(int worker) {
        if (limit.isEmpty() || crew.ready() == 0) {
            return false;
        }
        crew.leave(worker);
        adapt(adaptive -> adaptive.cannotGrow(crew.ready(), timer.nanoTime()));
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
        boolean several = crew.wanted() > 1 && settings.schedule() == ScheduleKind.DYNAMIC;
        if (several && attempt.beginNanos() - lastCut >= 0) {
            lastCut = timer.nanoTime();
            int fewer = Math.max(1, crew.wanted() / 2);
            if (limit.isPresent()) {
                adapt(adaptive -> adaptive.cannotGrow(fewer, lastCut));
            } else {
                crew.resize(fewer);
            }
        }
        return several;
    }

    private void adapt(Consumer<AdaptiveConcurrency> event) {
        if (limit.isEmpty() || crew.isDismissed()) {
            return;
        }
        AdaptiveConcurrency adaptive = limit.get();
        int before = adaptive.wanted();
        event.accept(adaptive);
        if (adaptive.wanted() != before) {
            List<ConcurrencyChange> path = adaptive.path();
            listener.resizing(settings.kind(), path.get(path.size() - 2), path.get(path.size() - 1));
            if (!crew.resize(adaptive.wanted())) {
                adapt(full -> full.cannotGrow(crew.present(), timer.nanoTime()));
            }
        }
    }
}
