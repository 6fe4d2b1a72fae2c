package pokemon.experiment;

import java.io.IOException;
import java.nio.file.Path;
import pokemon.download.ImageSource;
import pokemon.mirror.MirrorServer;
import pokemon.mirror.MirrorStatistics;

/**
 * Measures single points of a comparison.
 *
 * <p>The time of a trial holds the start of its workers and their work, nothing else: the mirror runs already, the HTTP
 * client of this JVM is made, and the drawing comes later.
 */
final class CompareTrials {
    private final CompareSettings settings;
    private final MirrorServer mirror;
    private final ImageSource source;
    private final Path directory;

    /**
     * Prepares trials.
     *
     * @param mirror serves the pages and nobody else
     * @param directory an existing directory for what the workers write
     */
    CompareTrials(CompareSettings settings, MirrorServer mirror, Path directory) {
        this.settings = settings;
        this.mirror = mirror;
        this.source = ImageSource.parse(mirror.baseUri().toString());
        this.directory = directory;
        PageWork.allowNewConnections();
    }

    /**
     * Measures a point once.
     *
     * @throws IOException when work cannot be done, or the mirror served something else than was to be fetched
     * @throws InterruptedException when the calling thread is interrupted; then nothing of the trial goes on
     */
    CompareTrial measure(ComparePoint point) throws IOException, InterruptedException {
        Job job = new Job(
                point.workload(),
                point.workers(),
                settings.amounts().get(point.workload()),
                settings.scaling(),
                source,
                directory);
        MirrorStatistics before = mirror.statistics();
        Measured measured = measure(point.strategy(), job);
        MirrorStatistics after = mirror.statistics();
        long images = after.images() - before.images();
        if (point.workload().usesNetwork() && images != job.total()) {
            throw new IOException(
                    "the mirror served " + images + " images where " + job.total() + " were to be fetched");
        }
        return new CompareTrial(point, measured, job.total(), after.connections() - before.connections());
    }

    private static Measured measure(Strategy strategy, Job job) throws IOException, InterruptedException {
        if (strategy == Strategy.PROCESSES) {
            return ProcessRun.run(job);
        }
        boolean newConnections = strategy == Strategy.SERIAL_NEW_CONNECTION;
        try (Work work = Job.work(job.workload(), job.source(), job.directory(), newConnections)) {
            return switch (strategy) {
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
}
