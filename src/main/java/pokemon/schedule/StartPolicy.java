package pokemon.schedule;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import pokemon.download.WorkerStartException;

/**
 * Decides when a worker that did not start tries again, and when the run has no hope of workers. Pure.
 *
 * <p>A worker pauses for 0.1 s after a failed start, twice as long after each further one, up to 5 s; after five
 * failures within 10 s it rests for 10 s. There is no hope when no worker is ready and either all that may start at a
 * time fail with the same exit code, which is a reason, or none has become ready for a while in spite of several tries.
 *
 * <p>Not for use by several threads at once. All times are nanoseconds of one clock.
 */
final class StartPolicy {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration REST = Duration.ofSeconds(10);
    private static final int FAILURES_BEFORE_REST = 5;
    private static final int LEAST_TRIES = 5;
    private static final Duration PATIENCE_AT_START = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<Integer, Seat> seats = new HashMap<>();
    private boolean everReady;
    private long lastReady;
    private int tries;

    /** The failed starts of one worker's number, one after another. */
    private static final class Seat {
        private int failures;
        private long first;
        private OptionalInt exitCode = OptionalInt.empty();
    }

    StartPolicy(long now) {
        this.lastReady = now;
    }

    /** Enters a worker that is ready. */
    void ready(int worker, long now) {
        seats.remove(worker);
        everReady = true;
        lastReady = now;
        tries = 0;
    }

    /** Enters a worker that ended for good without having started. */
    void left(int worker) {
        seats.remove(worker);
    }

    /**
     * Enters a failed start.
     *
     * @return how long to wait before the next one
     */
    Duration failed(int worker, WorkerStartException failure, long now) {
        tries++;
        Seat seat = seats.computeIfAbsent(worker, number -> new Seat());
        seat.failures++;
        seat.exitCode = failure.exitCode();
        if (seat.failures % FAILURES_BEFORE_REST == 1) {
            seat.first = now;
        }
        if (seat.failures % FAILURES_BEFORE_REST == 0 && now - seat.first < REST.toNanos()) {
            return REST;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(seat.failures - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Returns how many starts of a worker have failed one after another. */
    int failures(int worker) {
        return seats.containsKey(worker) ? seats.get(worker).failures : 0;
    }

    /**
     * Returns whether the run is to end for lack of workers.
     *
     * @param ready how many workers are ready
     * @param most how many may start at a time
     */
    boolean isHopeless(int ready, int most, long now) {
        if (ready > 0) {
            return false;
        }
        Duration patience = everReady ? PATIENCE : PATIENCE_AT_START;
        return haveOneReason(most) || (tries >= LEAST_TRIES && now - lastReady >= patience.toNanos());
    }

    private boolean haveOneReason(int most) {
        TreeSet<Integer> codes = new TreeSet<>();
        seats.values().forEach(seat -> codes.add(seat.exitCode.orElse(-1)));
        boolean repeated = seats.values().stream().anyMatch(seat -> seat.failures > 1);
        return seats.size() >= most && repeated && codes.size() == 1 && codes.first() >= 0;
    }
}
