package pokemon.schedule.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import pokemon.download.DownloadSettings;

/**
 * Everything that decides how a run goes.
 *
 * @param ids the ids
 * @param kind what workers run in
 * @param concurrency how many workers are wanted at a time; a run never uses more than it has ids
 * @param schedule how ids are dealt out
 * @param download how one image is downloaded
 * @param retry when a failed id is tried again
 * @param rate most attempts started per second by all workers together, 0 for no limit
 * @param deadline how long the whole run may take
 * @param jvmArguments the user's arguments for child JVMs
 * @param start when child JVMs start
 */
public record RunSettings(
        IdSet ids,
        WorkerKind kind,
        Concurrency concurrency,
        ScheduleKind schedule,
        DownloadSettings download,
        RetryPolicy retry,
        double rate,
        Optional<Duration> deadline,
        List<String> jvmArguments,
        StartMode start) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when the rate is negative, or shares are fixed but their number is not
     */
    public RunSettings {
        if (schedule == ScheduleKind.STATIC && concurrency instanceof Concurrency.Adaptive) {
            throw new IllegalArgumentException("fixed shares need a fixed number of workers");
        }
        if (!(rate >= 0)) {
            throw new IllegalArgumentException("a rate cannot be negative: " + rate);
        }
        jvmArguments = List.copyOf(jvmArguments);
    }

    /**
     * Makes the settings of a run with a fixed number of workers, whose child JVMs start in waves.
     *
     * @throws IllegalArgumentException when there is no worker or the rate is negative
     */
    public RunSettings(
            IdSet ids,
            WorkerKind kind,
            int workers,
            ScheduleKind schedule,
            DownloadSettings download,
            RetryPolicy retry,
            double rate,
            Optional<Duration> deadline,
            List<String> jvmArguments) {
        this(
                ids,
                kind,
                new Concurrency.Fixed(workers),
                schedule,
                download,
                retry,
                rate,
                deadline,
                jvmArguments,
                StartMode.WAVES);
    }

    /** Returns the same settings but for when child JVMs start. */
    public RunSettings withStart(StartMode other) {
        return new RunSettings(ids, kind, concurrency, schedule, download, retry, rate, deadline, jvmArguments, other);
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
        return waves ? Math.min(Runtime.getRuntime().availableProcessors(), usedWorkers()) : Integer.MAX_VALUE;
    }

    /** Returns how many workers the run uses at most: as many as wanted, but no more than there are ids. */
    public int usedWorkers() {
        return Math.min(concurrency.most(), ids.size());
    }
}
