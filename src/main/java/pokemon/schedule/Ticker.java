package pokemon.schedule;

import java.util.concurrent.locks.Condition;

/** The passing of time, so that tests can replace it. */
interface Ticker {
    /** The system's own time. */
    Ticker SYSTEM = new Ticker() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        @SuppressWarnings("WaitNotInLoop") // The loop is the caller's.
        public void await(Condition changed, long nanos) throws InterruptedException {
            changed.awaitNanos(nanos);
        }
    };

    /** Returns the current time in nanoseconds since an arbitrary origin. */
    long nanoTime();

    /** Waits until the condition is signalled, but no longer than this; may return early. */
    void await(Condition changed, long nanos) throws InterruptedException;
}
