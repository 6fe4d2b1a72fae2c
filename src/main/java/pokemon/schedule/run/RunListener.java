package pokemon.schedule.run;

import java.time.Duration;
import pokemon.schedule.adaptive.ConcurrencyChange;

/**
 * Follows a run while it goes on. Called from the workers' threads, but never by two at once except for {@link #log}. A
 * call that blocks delays further events and the end of the run, but no more than about a second of a stopped run.
 */
public interface RunListener {
    /** An id ended; ids that are never attempted do not appear. */
    default void settled(IdResult result) {}

    /** An attempt failed and there will be another one after a delay. */
    default void retrying(int id, int attempt, String reason, Duration delay) {}

    /** All workers pause because the server asked for it. */
    default void pausing(String reason, Duration pause) {}

    /**
     * The server is in trouble: attempts fail for this reason and none succeeds. All workers wait.
     *
     * @param patience how long the trouble may last before the run gives up
     */
    default void outage(String reason, Duration patience) {}

    /** The server answers again after a time of trouble. */
    default void recovered(Duration outage) {}

    /** Something was left undone although the run goes on, as a clause; the same may come for each image. */
    default void warning(String warning) {}

    /** The run goes on with another number of workers, for reasons that stand in the later step. */
    default void resizing(WorkerKind kind, ConcurrencyChange from, ConcurrencyChange to) {}

    /** The run ends before its ids do. */
    default void stopping(StopReason stop) {}

    /** A line that is nobody's answer, such as what a child JVM prints on its standard error. */
    default void log(String line) {}
}
