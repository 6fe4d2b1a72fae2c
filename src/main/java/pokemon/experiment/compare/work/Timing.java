package pokemon.experiment.compare.work;

import java.util.List;

/**
 * What one trial took.
 *
 * @param nanos wall time from before the first worker was started until after the last one had ended
 * @param startNanos mean time from the order to start a worker until its first own instruction
 * @param workNanos mean time that a worker spent on its items
 * @param stopNanos mean time from a worker's last item until the system said that it had ended
 * @param asideNanos time spent on printing or logging, all items together
 */
public record Timing(long nanos, long startNanos, long workNanos, long stopNanos, long asideNanos) {
    /**
     * The times of one worker.
     *
     * @param startNanos from the order to start it until its first instruction
     * @param workNanos on its items
     * @param stopNanos from its last item until the system said that it had ended; 0 when there is nothing to end
     */
    record Worker(long startNanos, long workNanos, long stopNanos) {}

    static Timing of(long nanos, List<Worker> workers) {
        return new Timing(
                nanos,
                workers.stream().mapToLong(Worker::startNanos).sum() / workers.size(),
                workers.stream().mapToLong(Worker::workNanos).sum() / workers.size(),
                workers.stream().mapToLong(Worker::stopNanos).sum() / workers.size(),
                0);
    }
}
