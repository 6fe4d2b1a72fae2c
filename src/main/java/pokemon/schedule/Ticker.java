package pokemon.schedule;

import java.util.concurrent.locks.Condition;

/** The passing of time, so that tests can replace it. */
@FunctionalInterface
interface Ticker {
    /** The system's own time. */
    Ticker SYSTEM = System::nanoTime;

    /** Returns the current time in nanoseconds since an arbitrary origin. */
    long nanoTime();

    /** Waits until the condition is signalled, but no longer than this; may return early. */
    @SuppressWarnings("WaitNotInLoop") // The loop is the caller's.
    default void await(Condition changed, long nanos) throws InterruptedException {
        changed.awaitNanos(nanos);
    }
}
