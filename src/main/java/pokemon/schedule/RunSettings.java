package pokemon.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import pokemon.download.DownloadSettings;

/**
 * Everything that decides how a run goes.
 *
 * @param ids the ids
 * @param kind what workers run in
 * @param workers how many workers are wanted, at least 1; a run never uses more than it has ids
 * @param schedule how ids are dealt out
 * @param download how one image is downloaded
 * @param retry when a failed id is tried again
 * @param rate most attempts started per second by all workers together, 0 for no limit
 * @param deadline how long the whole run may take
 * @param jvmArguments the user's arguments for child JVMs
 */
public record RunSettings(
        Ids ids,
        WorkerKind kind,
        int workers,
        ScheduleKind schedule,
        DownloadSettings download,
        RetryPolicy retry,
        double rate,
        Optional<Duration> deadline,
        List<String> jvmArguments) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when there is no worker or the rate is negative
     */
    public RunSettings {
        if (workers < 1) {
            throw new IllegalArgumentException("at least 1 worker is needed, not " + workers);
        }
        if (!(rate >= 0)) {
            throw new IllegalArgumentException("a rate cannot be negative: " + rate);
        }
        jvmArguments = List.copyOf(jvmArguments);
    }

    /** Returns how many workers the run uses: as many as wanted, but no more than there are ids. */
    public int usedWorkers() {
        return Math.min(workers, ids.size());
    }
}
