package pokemon.schedule.run;

import java.time.Duration;
import pokemon.child.ChildListener;
import pokemon.schedule.adaptive.ConcurrencyChange;

/**
 * Follows a run while it goes on.
 *
 * <p>For each id, {@link #retrying} comes once for each failed attempt that is followed by another one, in order, and
 * then {@link #settled} comes once. Nothing follows it for that id.
 *
 * <p>Events come from different threads, but never two at once, except those of {@link ChildListener}. No lock of the
 * run is held meanwhile. A call that blocks delays further events and the end of the run, which a stop ends after about
 * a second.
 */
public interface RunListener extends ChildListener {
    /** An id ended; ids that are never attempted do not appear. */
    default void settled(IdResult result) {}

    /** An attempt failed and there will be another one after a delay. */
    default void retrying(int id, int attempt, String reason, Duration delay) {}

    /** All workers pause because the server asked for it. */
    default void pausing(String reason, Duration pause) {}

    /**
     * An outage begins: attempts fail for this reason and none succeeds. All workers wait.
     *
     * @param patience how long the outage may last before the run gives up
     */
    default void outage(String reason, Duration patience) {}

    /** The server answers again after a time of trouble. */
    default void recovered(Duration outage) {}

    /** A part of the work was left out although the run goes on, as a clause; the same may come for each image. */
    default void warning(String warning) {}

    /** The run goes on with another number of workers; the later step has the reason. */
    default void resizing(WorkerKind kind, ConcurrencyChange from, ConcurrencyChange to) {}

    /** The run ends before its ids do. */
    default void stopping(StopReason stop) {}

    /** An attempt ended with any outcome; the event that follows from it comes next. */
    default void attempted(AttemptResult result) {}
}
