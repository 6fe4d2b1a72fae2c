package pokemon.schedule.run;

import java.util.List;

/**
 * The workers of a run.
 *
 * @param kind what workers run in
 * @param concurrency how many workers are wanted at a time; a run never uses more than it has ids
 * @param schedule how ids are dealt out
 * @param start when child JVMs start
 * @param jvmArguments the user's arguments for child JVMs
 */
public record WorkerSettings(
        WorkerKind kind, Concurrency concurrency, ScheduleKind schedule, StartMode start, List<String> jvmArguments) {
    /** Throws an {@link IllegalArgumentException} when shares are fixed but their number is not. */
    public WorkerSettings {
        if (schedule == ScheduleKind.STATIC && concurrency instanceof Concurrency.Adaptive) {
            throw new IllegalArgumentException("fixed shares need a fixed number of workers");
        }
        jvmArguments = List.copyOf(jvmArguments);
    }

    /** Returns the defaults: each free worker takes the next id, and child JVMs start in waves. */
    public static WorkerSettings of(WorkerKind kind, Concurrency concurrency) {
        return new WorkerSettings(kind, concurrency, ScheduleKind.DYNAMIC, StartMode.WAVES, List.of());
    }

    /**
     * Returns how many workers may start at once: one for each processor where child JVMs start in waves, else any
     * number. Fixed shares need all their workers, and a number that the run chooses follows the processors already.
     */
    public int firstWave() {
        boolean waves = kind == WorkerKind.PROCESSES
                && start == StartMode.WAVES
                && schedule == ScheduleKind.DYNAMIC
                && concurrency instanceof Concurrency.Fixed;
        return waves ? Math.min(Runtime.getRuntime().availableProcessors(), concurrency.max()) : Integer.MAX_VALUE;
    }
}
