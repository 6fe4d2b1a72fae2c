package pokemon.experiment.compare.work;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How the work of some workers gets done. */
public enum Strategy {
    /** One thread does everything, one worker's work after the other's. */
    SERIAL,
    /** A platform thread for each worker. */
    THREADS,
    /** A child JVM for each worker. */
    PROCESSES,
    /** No thread for each worker: answers that arrive start the next request. */
    ASYNC,
    /** A virtual thread for each worker. */
    VIRTUAL,
    /** Like serial, with a new connection for each item. */
    SERIAL_NEW_CONNECTION,
    /** Like serial, and each item is printed to a file. */
    SERIAL_PRINT,
    /** Like serial, and each item is logged to a file. */
    SERIAL_LOG;

    private static final Set<Strategy> EVERYWHERE = EnumSet.of(SERIAL, THREADS, PROCESSES, VIRTUAL);

    private static final Set<Strategy> SERIAL_ASIDES = EnumSet.of(SERIAL_NEW_CONNECTION, SERIAL_PRINT, SERIAL_LOG);

    /** Returns whether the strategy makes sense for a workload. */
    public boolean suits(Workload workload) {
        return workload == Workload.IO || EVERYWHERE.contains(this);
    }

    /** Returns whether it is a variant of serial that is only compared with serial, for the work of one worker. */
    public boolean isAside() {
        return SERIAL_ASIDES.contains(this);
    }

    /** Returns the name that columns end with. */
    public String column() {
        return switch (this) {
            case THREADS -> "Thread";
            case PROCESSES -> "Process";
            default -> label().substring(0, 1).toUpperCase(Locale.ROOT) + label().substring(1);
        };
    }

    /**
     * Does a job this way.
     *
     * @throws IOException when an item cannot be done, or a child JVM fails
     * @throws InterruptedException when the calling thread is interrupted; then nothing of the job goes on
     */
    public Timing run(WorkAssignment job) throws IOException, InterruptedException {
        if (this == PROCESSES) {
            return ProcessRun.run(job);
        }
        boolean newConnections = this == SERIAL_NEW_CONNECTION;
        try (Work work = WorkAssignment.work(job.workload(), job.source(), job.directory(), newConnections)) {
            return switch (this) {
                case SERIAL, SERIAL_NEW_CONNECTION -> SerialRun.plain(job, work);
                case SERIAL_PRINT -> SerialRun.printing(job, work);
                case SERIAL_LOG -> SerialRun.logging(job, work);
                case THREADS -> ThreadRun.platform(job, work);
                case VIRTUAL -> ThreadRun.virtual(job, work);
                case ASYNC -> AsyncRun.run(job, (PageWork) work);
                case PROCESSES -> throw new IllegalArgumentException("processes bring their own work");
            };
        }
    }

    /** Returns its name on the command line and in reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
