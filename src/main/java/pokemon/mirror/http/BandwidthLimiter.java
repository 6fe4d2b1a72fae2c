package pokemon.mirror.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;

/**
 * Shares one link of limited speed among all connections.
 *
 * <p>Each slice of a write reserves its time on a common schedule and is written when that time is over. The schedule
 * is in absolute time, so a late wake-up delays a slice but does not lower the rate.
 */
public final class BandwidthLimiter {
    private static final int LARGEST_SLICE = 16 * 1024;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    /** The most that the schedule may lag behind the clock; late wake-ups catch up by it. */
    private static final long CREDIT_NANOS = 5_000_000L;
    /** A thread cannot sleep for a shorter time; such waits are left out, and later ones are longer. */
    private static final long SHORTEST_WAIT_NANOS = 200_000L;

    private final long bytesPerSecond;
    private final CountDownLatch closed;
    private long scheduledNanos = System.nanoTime();

    /** Creates a link of that speed; 0 sets no limit. */
    public BandwidthLimiter(long bytesPerSecond, CountDownLatch closed) {
        this.bytesPerSecond = bytesPerSecond;
        this.closed = closed;
    }

    void write(OutputStream out, byte[] bytes, int offset, int length) throws IOException {
        if (bytesPerSecond == 0) {
            out.write(bytes, offset, length);
            return;
        }
        // The bytes of 10 ms at most, so that a slow link sends evenly.
        int slice = (int) Math.max(1, Math.min(LARGEST_SLICE, bytesPerSecond / 100));
        for (int done = 0; done < length; done += slice) {
            int part = Math.min(slice, length - done);
            long wait = reserve(part) - System.nanoTime();
            if (wait >= SHORTEST_WAIT_NANOS) {
                Latency.await(closed, wait);
            }
            out.write(bytes, offset + done, part);
            out.flush();
        }
    }

    private synchronized long reserve(int bytes) {
        long now = System.nanoTime();
        // Differences and not comparisons, because nanoTime may be negative and may wrap.
        if (scheduledNanos - now < -CREDIT_NANOS) {
            scheduledNanos = now - CREDIT_NANOS;
        }
        scheduledNanos += Math.round((double) bytes * NANOS_PER_SECOND / bytesPerSecond);
        return scheduledNanos;
    }
}
