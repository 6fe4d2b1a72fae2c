package pokemon.schedule.policy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import pokemon.download.WorkerStartException;

/**
 * Decides when a worker that did not start tries again, and when a run ends for lack of workers.
 *
 * <p>A worker pauses for 0.1 s after a failed start, twice as long after each further one, up to 5 s; after five
 * failures within 10 s it rests for 10 s. A run is hopeless when no worker is ready and either all that may start at a
 * time fail with the same exit code, or none has become ready for a while in spite of several tries.
 */
public final class WorkerStartPolicy {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration REST = Duration.ofSeconds(10);
    private static final int FAILURES_BEFORE_REST = 5;
    private static final int MIN_TRIES = 5;
    private static final Duration PATIENCE_AT_START = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<Integer, FailedStarts> byWorker = new HashMap<>();
    private boolean everReady;
    private long lastReady;
    private int tries;

    /** The failed starts of one worker, one after another. */
    private static final class FailedStarts {
        private int failures;
        private long first;
        private OptionalInt exitCode = OptionalInt.empty();
    }

    public WorkerStartPolicy(long now) {
        this.lastReady = now;
    }

    public void ready(int worker, long now) {
        byWorker.remove(worker);
        everReady = true;
        lastReady = now;
        tries = 0;
    }

    /** Records a worker that makes no further tries. */
    public void left(int worker) {
        byWorker.remove(worker);
    }

    /** Records a failed start. Returns how long to wait before the next one. */
    public Duration failed(int worker, WorkerStartException failure, long now) {
        tries++;
        FailedStarts starts = byWorker.computeIfAbsent(worker, number -> new FailedStarts());
        starts.failures++;
        starts.exitCode = failure.exitCode();
        if (starts.failures % FAILURES_BEFORE_REST == 1) {
            starts.first = now;
        }
        if (starts.failures % FAILURES_BEFORE_REST == 0 && now - starts.first < REST.toNanos()) {
            return REST;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(starts.failures - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Returns how many starts of a worker have failed one after another. */
    public int failures(int worker) {
        return byWorker.containsKey(worker) ? byWorker.get(worker).failures : 0;
    }

    /** Returns whether the run is to end for lack of workers, given how many are ready and may start at a time. */
    public boolean isHopeless(int ready, int max, long now) {
        if (ready > 0) {
            return false;
        }
        Duration patience = everReady ? PATIENCE : PATIENCE_AT_START;
        return haveOneReason(max) || (tries >= MIN_TRIES && now - lastReady >= patience.toNanos());
    }

    private boolean haveOneReason(int max) {
        Set<OptionalInt> codes =
                byWorker.values().stream().map(starts -> starts.exitCode).collect(Collectors.toSet());
        boolean repeated = byWorker.values().stream().anyMatch(starts -> starts.failures > 1);
        return byWorker.size() >= max && repeated && codes.size() == 1 && !codes.contains(OptionalInt.empty());
    }
}
