package pokemon.schedule.adaptive;

import java.util.function.DoubleSupplier;

/**
 * How many workers can be of use, whatever their throughput. Three bounds keep a growing number from overshooting.
 *
 * <p>The first is Little's law: throughput times response time without queueing is the number of workers that are not
 * in each other's way, and a few times that keeps everything busy. The second weighs what a worker costs to start
 * against the work that is left. The third is for workers that cost much: where the processors are busy, more of them
 * only share what there is. All times are seconds.
 */
final class ConcurrencyBounds {
    /** How many times Little's number of workers may be wanted. */
    private static final double HEADROOM = 4;

    /** A worker is slow after its start for about as long as the start took: it costs twice what is seen of it. */
    private static final double WARM_UP = 2;

    /** When a worker takes longer than this to start, single probes cost more than they tell. */
    private static final double DEAR_START = 0.02;

    private static final double LEAST_START = 1e-6;

    /** The load of the processors from which on they are busy. */
    private static final double BUSY = 0.8;

    /** How fast the response time without queueing is forgotten, per window, so that it can rise with the times. */
    private static final double FORGETTING = 1.05;

    private final DoubleSupplier load;
    private int most;
    private double startSeconds = Double.POSITIVE_INFINITY;
    private double shortTime = Double.POSITIVE_INFINITY;
    private int remaining = Integer.MAX_VALUE;
    private double lastLoad;

    ConcurrencyBounds(int most, DoubleSupplier load) {
        this.most = most;
        this.load = load;
    }

    /** Says that there can never be more than so many. */
    void lower(int workers) {
        most = Math.max(1, workers);
    }

    /** Says how many ids are not done yet. */
    void left(int ids) {
        remaining = ids;
    }

    /** Says what it took to start one worker. */
    void started(double seconds) {
        startSeconds = Math.min(startSeconds, seconds);
    }

    /** Says how long an image took that hardly had to queue. */
    void measured(double seconds) {
        shortTime = Math.min(shortTime * FORGETTING, seconds);
    }

    /** Looks at the processors: what they did since the last look is what counts. */
    void sampleLoad() {
        lastLoad = load.getAsDouble();
    }

    int most() {
        return most;
    }

    /** Returns what it takes to start one worker, infinity before the first one was. */
    double startSeconds() {
        return startSeconds;
    }

    boolean isStartExpensive() {
        return startSeconds > DEAR_START;
    }

    /** Returns what is of use of a larger number of workers. */
    int clamp(double number, double throughput) {
        if (isStartExpensive() && lastLoad > BUSY) {
            return 0;
        }
        double little = HEADROOM * throughput * shortTime;
        double pays = Math.sqrt(remaining * shortTime / (WARM_UP * Math.max(startSeconds, LEAST_START)));
        return (int) Math.min(Math.min(Math.min(number, most), remaining), Math.min(little, pays));
    }
}
