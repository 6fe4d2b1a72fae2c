package pokemon.experiment.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import pokemon.download.ImageSource;
import pokemon.experiment.compare.work.PageWork;
import pokemon.experiment.compare.work.Timing;
import pokemon.experiment.compare.work.WorkAssignment;
import pokemon.mirror.MirrorServer;
import pokemon.mirror.MirrorStatistics;

/**
 * Measures single points of a comparison.
 *
 * <p>The time of a trial holds the start of its workers and their work, nothing else: the mirror runs already, the HTTP
 * client of this JVM is made, and the drawing comes later.
 */
final class CompareTrials {
    /** The longest mean time of an item apart from waiting, some hundred times what it should be. */
    private static final Duration WORK = Duration.ofSeconds(1);

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
        WorkAssignment job = new WorkAssignment(
                point.workload(),
                point.workers(),
                settings.amounts().get(point.workload()),
                settings.scaling(),
                source,
                directory,
                settings.latency().multipliedBy(2).plus(WORK));
        MirrorStatistics before = mirror.statistics();
        Timing measured = point.strategy().run(job);
        MirrorStatistics after = mirror.statistics();
        long images = after.images() - before.images();
        if (point.workload().usesNetwork() && images != job.total()) {
            throw new IOException(
                    "the mirror served " + images + " images where " + job.total() + " were to be fetched");
        }
        return new CompareTrial(point, measured, job.total(), after.connections() - before.connections());
    }
}
