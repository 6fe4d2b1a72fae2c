package pokemon.schedule.run;

import java.time.Duration;
import java.util.Optional;
import pokemon.download.DownloadSettings;

/**
 * The settings of a run.
 *
 * @param download how one image is downloaded
 * @param retry when a failed id is tried again
 * @param rate most attempts started per second by all workers together, 0 for no limit
 * @param deadline how long the whole run may take
 * @param bytesPerSecond most bytes per second that all workers together receive, 0 for no limit
 * @param keepGoing whether to go on when the server has none of the first images
 */
public record RunSettings(
        IdSet ids,
        WorkerSettings workers,
        DownloadSettings download,
        RetryPolicy retry,
        double rate,
        Optional<Duration> deadline,
        long bytesPerSecond,
        boolean keepGoing) {
    /** Throws an {@link IllegalArgumentException} when the rate is negative. */
    public RunSettings {
        if (!(rate >= 0)) {
            throw new IllegalArgumentException("a rate cannot be negative: " + rate);
        }
    }

    /** Returns the defaults: the usual retries, and no limit of rate or time. */
    public static RunSettings of(IdSet ids, WorkerSettings workers, DownloadSettings download) {
        return new RunSettings(ids, workers, download, RetryPolicy.DEFAULT, 0, Optional.empty(), 0, false);
    }

    public RunSettings withRetry(RetryPolicy other) {
        return new RunSettings(ids, workers, download, other, rate, deadline, bytesPerSecond, keepGoing);
    }

    /**
     * Returns these settings with other limits, and whether to go on when the server has none of the first images.
     *
     * @throws IllegalArgumentException when the rate is negative
     */
    public RunSettings withLimits(double perSecond, long bytes, Optional<Duration> end, boolean goOn) {
        return new RunSettings(ids, workers, download, retry, perSecond, end, bytes, goOn);
    }

    /** Returns the largest number of workers at a time: as many as wanted, but no more than there are ids. */
    public int maxWorkers() {
        return Math.min(workers.concurrency().max(), ids.size());
    }
}
