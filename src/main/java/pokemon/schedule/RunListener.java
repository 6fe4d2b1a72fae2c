package pokemon.schedule;

import java.time.Duration;

/**
 * Follows a run while it goes on. Called from the workers' threads, but never by two at once except for {@link #log}.
 */
public interface RunListener {
    /** An id ended; ids that are never attempted do not appear. */
    default void settled(IdResult result) {}

    /** An attempt failed and there will be another one after a delay. */
    default void retrying(int id, int attempt, String reason, Duration delay) {}

    /** All workers pause, because the server asked for it or cannot be reached. */
    default void pausing(String reason, Duration pause) {}

    /** The run goes on with another number of workers, for reasons that stand in the later step. */
    default void resizing(WorkerKind kind, WorkerStep from, WorkerStep to) {}

    /** The run ends before its ids do. */
    default void stopping(Stop stop) {}

    /** A line that is nobody's answer, such as what a child JVM prints on its standard error. */
    default void log(String line) {}
}
