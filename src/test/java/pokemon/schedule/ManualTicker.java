package pokemon.schedule;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;

/** A time that passes only when a thread waits, and then at once. */
final class ManualTicker implements Ticker {
    private final AtomicLong now = new AtomicLong();

    @Override
    public long nanoTime() {
        return now.get();
    }

    /** Lets a time pass. */
    void pass(java.time.Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Override
    public void await(Condition changed, long nanos) {
        if (nanos == Long.MAX_VALUE) {
            throw new AssertionError("would wait for ever");
        }
        now.addAndGet(Math.max(0, nanos));
    }
}
