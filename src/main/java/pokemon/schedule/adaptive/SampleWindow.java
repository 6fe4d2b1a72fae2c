package pokemon.schedule.adaptive;

import java.util.Arrays;

/** A while with one number of workers: how long an image took a worker, from asking for it to its end. */
final class SampleWindow {
    private final long begin;
    private long[] nanos = new long[64];
    private int images;

    SampleWindow(long begin) {
        this.begin = begin;
    }

    void add(long taken) {
        if (images == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * images);
        }
        nanos[images++] = taken;
    }

    /** Returns whether it holds so many images and is this old. */
    boolean isFull(int least, double seconds, long now) {
        return images >= least && (now - begin) / 1e9 >= seconds;
    }

    /** Returns the throughput of a number of workers, in images per second. */
    double throughput(int workers) {
        // Images counted over the time that they took all together would miss those that were under way at both ends.
        return workers / (mean() / 1e9);
    }

    /** Returns how far the throughput may be off by chance, as a part of it: two standard errors, 5 % at least. */
    double noise() {
        double mean = mean();
        double variance = Arrays.stream(nanos, 0, images)
                        .mapToDouble(taken -> (taken - mean) * (taken - mean))
                        .sum()
                / Math.max(1, images - 1);
        return Math.max(0.05, 2 * Math.sqrt(variance / images) / mean);
    }

    /** Returns the time that one image in ten undercuts, in seconds: about what it takes without queueing. */
    double shortTime() {
        long[] sorted = Arrays.copyOf(nanos, images);
        Arrays.sort(sorted);
        return sorted[images / 10] / 1e9;
    }

    /** Returns the mean time of an image in nanoseconds. */
    double mean() {
        return Math.max(1, Arrays.stream(nanos, 0, images).average().orElse(1));
    }
}
