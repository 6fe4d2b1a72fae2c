package pokemon.experiment.compare.work;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The times of one trial. To measure something else in each trial, start here.
 *
 * @param seconds wall time from before the start of the first worker until after the end of the last
 * @param startSeconds mean time from starting a worker until its first instruction
 * @param workSeconds mean time of a worker for its items
 * @param stopSeconds mean time from the last item of a worker until its end is known
 * @param asideSeconds time of printing or logging, all items together
 * @param workers the times of each worker
 */
public record Timing(
        double seconds,
        double startSeconds,
        double workSeconds,
        double stopSeconds,
        double asideSeconds,
        List<Worker> workers) {
    /**
     * The times of one worker.
     *
     * @param startNanos from starting it until its first instruction
     * @param workNanos for its items
     * @param stopNanos from its last item until its end is known; 0 when there is nothing to end
     */
    public record Worker(long startNanos, long workNanos, long stopNanos) {}

    static Timing of(long nanos, List<Worker> workers) {
        return new Timing(
                nanos / 1e9,
                mean(workers, Worker::startNanos),
                mean(workers, Worker::workNanos),
                mean(workers, Worker::stopNanos),
                0,
                workers);
    }

    private static double mean(List<Worker> workers, ToLongFunction<Worker> nanos) {
        return workers.stream().mapToLong(nanos).average().orElseThrow() / 1e9;
    }
}
