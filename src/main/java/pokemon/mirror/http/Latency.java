package pokemon.mirror.http;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import pokemon.mirror.image.HashRandom;

/** Delays responses by the latency plus or minus up to the jitter. Closing the mirror ends every delay. */
public record Latency(Duration latency, Duration jitter, long seed, CountDownLatch closed) {
    /** Returns the delay of a request for that id after {@code attempt} earlier ones, in nanoseconds. */
    long nanos(int id, long attempt) {
        double deviation = 2 * HashRandom.unit(seed, id, attempt, 2) - 1;
        return Math.max(0, latency.toNanos() + Math.round(deviation * jitter.toNanos()));
    }

    void await(int id, long attempt) throws InterruptedIOException {
        await(closed, nanos(id, attempt));
    }

    /**
     * Waits for a number of nanoseconds.
     *
     * @throws InterruptedIOException when the mirror closes meanwhile, or when the thread is interrupted
     */
    static void await(CountDownLatch closed, long nanos) throws InterruptedIOException {
        try {
            if (nanos > 0 && closed.await(nanos, TimeUnit.NANOSECONDS)) {
                throw new InterruptedIOException("The mirror closed.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (InterruptedIOException) new InterruptedIOException("The connection was interrupted.").initCause(e);
        }
    }
}
