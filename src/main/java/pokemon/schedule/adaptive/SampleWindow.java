package pokemon.schedule.adaptive;

import java.util.Arrays;

/** The times of images with one number of workers, each from asking for the id to its end. */
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

    /** Returns whether it holds enough images and is old enough. */
    boolean isFull(int enough, double seconds, long now) {
        return images >= enough && (now - begin) / 1e9 >= seconds;
    }

    /** Returns the throughput of a number of workers, in images per second. */
    double throughput(int workers) {
        // A count over the length of the window would miss the images under way at both ends.
        return workers / (mean() / 1e9);
    }

    /** Returns the relative error of the throughput: two standard errors, at least 5 %. */
    double noise() {
        double mean = mean();
        double variance = Arrays.stream(nanos, 0, images)
                        .mapToDouble(taken -> (taken - mean) * (taken - mean))
                        .sum()
                / Math.max(1, images - 1);
        return Math.max(0.05, 2 * Math.sqrt(variance / images) / mean);
    }

    /** Returns the 10th percentile in seconds: about the time without queueing. */
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
