package pokemon.experiment.compare.work;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A way to do the work. */
public enum Strategy {
    /** One thread does the work of all workers, one after the other. */
    SERIAL,
    /** A platform thread for each worker. */
    THREADS,
    /** A child JVM for each worker. */
    PROCESSES,
    /** No threads for the workers: a response starts the next request. */
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

    private static final Set<Strategy> SERIAL_VARIANTS = EnumSet.of(SERIAL_NEW_CONNECTION, SERIAL_PRINT, SERIAL_LOG);

    /** Returns whether the strategy makes sense for a workload. */
    public boolean suits(Workload workload) {
        return workload == Workload.IO || EVERYWHERE.contains(this);
    }

    /** Returns whether it is serial or a variant of it. */
    public boolean isSerial() {
        return this == SERIAL || isVariantOfSerial();
    }

    /** Returns whether it is a variant of serial, measured only for the work of one worker. */
    public boolean isVariantOfSerial() {
        return SERIAL_VARIANTS.contains(this);
    }

    /** Returns the end of column names. */
    public String column() {
        return switch (this) {
            case THREADS -> "Thread";
            case PROCESSES -> "Process";
            default -> name().charAt(0) + toString().substring(1);
        };
    }

    /**
     * Does the work this way.
     *
     * @throws IOException when an item or a child JVM fails
     * @throws InterruptedException when the calling thread is interrupted; all work has ended then
     */
    public Timing run(WorkAssignment assignment) throws IOException, InterruptedException {
        if (this == PROCESSES) {
            return ProcessRun.run(assignment);
        }
        boolean newConnections = this == SERIAL_NEW_CONNECTION;
        try (Work work = WorkAssignment.work(
                assignment.workload(), assignment.source(), assignment.directory(), newConnections)) {
            return switch (this) {
                case SERIAL, SERIAL_NEW_CONNECTION -> SerialRun.plain(assignment, work);
                case SERIAL_PRINT -> SerialRun.printing(assignment, work);
                case SERIAL_LOG -> SerialRun.logging(assignment, work);
                case THREADS -> ThreadRun.platform(assignment, work);
                case VIRTUAL -> ThreadRun.virtual(assignment, work);
                case ASYNC -> AsyncRun.run(assignment, (PageWork) work);
                case PROCESSES -> throw new IllegalArgumentException("processes make their own work");
            };
        }
    }

    /** Returns its name on the command line and in reports. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
