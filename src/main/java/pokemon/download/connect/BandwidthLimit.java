package pokemon.download.connect;

import java.util.concurrent.TimeUnit;

/** Limits the bytes per second that all bodies of a JVM receive together. Thread-safe. */
public final class BandwidthLimit {
    /** No limit when 0. */
    private volatile long bytesPerSecond;

    private long nextNanos;

    public boolean isSet() {
        return bytesPerSecond > 0;
    }

    /** Changes the limit, for what is received from now on; 0 sets none. */
    public void set(long other) {
        bytesPerSecond = other;
    }

    /** Accounts for bytes received at a time, and returns how long to wait before more; times are in nanoseconds. */
    public synchronized long received(long bytes, long now) {
        long rate = bytesPerSecond;
        if (rate <= 0) {
            return 0;
        }
        if (nextNanos - now < 0) {
            nextNanos = now;
        }
        nextNanos += (long) (bytes * (double) TimeUnit.SECONDS.toNanos(1) / rate);
        return nextNanos - now;
    }
}
