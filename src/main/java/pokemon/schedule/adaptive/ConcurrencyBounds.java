package pokemon.schedule.adaptive;

import java.util.function.DoubleSupplier;

/**
 * Upper bounds for the number of workers. All times are seconds.
 *
 * <p>Little's law: throughput times response time without queueing is the number of workers that do not delay each
 * other, and a few times that keeps everything busy. Start-up cost: a worker must cost less than it saves until the
 * last id is done. Load of the processors: while they are busy, further workers with expensive starts do not start.
 */
final class ConcurrencyBounds {
    /** The largest multiple of Little's number. */
    private static final double HEADROOM = 4;

    /** The cost of a worker until its code is warm, as a multiple of its start. */
    private static final double WARM_UP = 2;

    /** Seconds from which a start is expensive: then a single try costs more than it shows. */
    private static final double EXPENSIVE_START = 0.02;

    /** The load from which the processors are busy. */
    private static final double BUSY = 0.8;

    /** The growth of the response time without queueing per window, so that it follows a slower server. */
    private static final double FORGETTING = 1.05;

    private final DoubleSupplier load;
    private int max;
    private double startSeconds = Double.POSITIVE_INFINITY;
    private double shortTime = Double.POSITIVE_INFINITY;
    private int remaining = Integer.MAX_VALUE;
    private double lastLoad;

    ConcurrencyBounds(int max, DoubleSupplier load) {
        this.max = max;
        this.load = load;
    }

    void limit(int workers) {
        max = Math.max(1, workers);
    }

    int max() {
        return max;
    }

    /** Sets how many ids have not ended. */
    void left(int ids) {
        remaining = ids;
    }

    void started(double seconds) {
        startSeconds = Math.min(startSeconds, seconds);
    }

    /** Records the time of an image that hardly had to queue. */
    void measured(double seconds) {
        shortTime = Math.min(shortTime * FORGETTING, seconds);
    }

    /** Samples the load of the processors since the last sample. */
    void sampleLoad() {
        lastLoad = load.getAsDouble();
    }

    /** Returns how long the start of one worker takes, infinity before the first one. */
    double startSeconds() {
        return startSeconds;
    }

    boolean isStartExpensive() {
        return startSeconds > EXPENSIVE_START;
    }

    /** Returns a larger number, cut to the bounds. */
    int clamp(double number, double throughput) {
        if (isStartExpensive() && lastLoad > BUSY) {
            return 0;
        }
        double little = HEADROOM * throughput * shortTime;
        // With work for W seconds of one worker and a cost of c for each, W/n + nc is least at the root of W/c.
        double pays = Math.sqrt(remaining * shortTime / (WARM_UP * startSeconds));
        return (int) Math.min(Math.min(Math.min(number, max), remaining), Math.min(little, pays));
    }
}
