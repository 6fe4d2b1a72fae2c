package pokemon.download.trace;

import java.util.Map;

/**
 * The phases of the time of an attempt.
 *
 * @param turnNanos how long the worker waited for an id before it, in nanoseconds: for its turn under {@code --rate},
 *     for a pause, or for an id that is tried again
 * @param nanos the time of each phase that was reached, in nanoseconds
 */
public record Phases(long turnNanos, Map<Phase, Long> nanos) {
    public Phases {
        nanos = Map.copyOf(nanos);
    }

    public Phases(long turnNanos, AttemptTrace trace) {
        this(turnNanos, trace.nanos());
    }

    /** Returns the time of a phase in nanoseconds, 0 when it was not reached. */
    public long nanos(Phase phase) {
        return nanos.getOrDefault(phase, 0L);
    }
}
