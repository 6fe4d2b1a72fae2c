package pokemon.experiment.plan;

import pokemon.schedule.run.WorkerKind;

/**
 * A simple model of the time of some work, for what was not measured yet: workers wait side by side, and compute side
 * by side on the processors. A process also computes while it starts.
 *
 * @param waiting seconds of waiting in all
 * @param computing CPU seconds in all
 * @param processors number of processors, at least 1
 */
public record WorkModel(double waiting, double computing, int processors) {
    /** CPU seconds of a child JVM for its start, and for loading and compiling its code. */
    static final double PROCESS_START = 0.8;

    /** Returns the seconds that some workers take, 1 or more. */
    public double seconds(WorkerKind kind, int workers) {
        int busy = Math.min(workers, processors);
        double start = kind == WorkerKind.PROCESSES ? PROCESS_START * workers / busy : 0;
        return waiting / workers + computing / busy + start;
    }
}
