package pokemon.experiment.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import pokemon.download.ImageSource;
import pokemon.experiment.compare.work.PageWork;
import pokemon.experiment.compare.work.Strategy;
import pokemon.experiment.compare.work.Timing;
import pokemon.experiment.compare.work.WorkAssignment;
import pokemon.experiment.measure.ResourceMeter;
import pokemon.mirror.MirrorServer;
import pokemon.mirror.contract.MirrorStatistics;
import pokemon.report.TraceRun;

/**
 * Measures single points of a comparison.
 *
 * <p>The time of a trial spans only the start of its workers and their work: before it the mirror is started and the
 * HTTP client of this JVM is made.
 */
final class CompareTrials {
    /** Limit of the mean time of an item without latency, about a hundred times the normal time. */
    private static final Duration MAX_WORK = Duration.ofSeconds(1);

    private final CompareSettings settings;
    private final MirrorServer mirror;
    private final ImageSource source;
    private final Path directory;

    /**
     * Prepares trials.
     *
     * @param mirror serves the pages of these trials only
     * @param directory an existing directory for the files of the workers
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
     * @throws IOException when the work fails, or the mirror served another number of images than expected
     * @throws InterruptedException when the calling thread is interrupted; the trial has ended then
     */
    CompareTrial measure(ComparePoint point) throws IOException, InterruptedException {
        WorkAssignment assignment = new WorkAssignment(
                point.workload(),
                point.workers(),
                settings.amounts().get(point.workload()),
                settings.scaling(),
                source,
                directory,
                settings.latency().multipliedBy(2).plus(MAX_WORK),
                settings.jvmArguments());
        MirrorStatistics before = mirror.statistics();
        Optional<TraceRun> trace = settings.trace().map(file -> file.begin(point.label()));
        ResourceMeter.Measured<Timing> trial =
                ResourceMeter.measure(() -> point.strategy().run(assignment));
        MirrorStatistics after = mirror.statistics();
        long images = after.images() - before.images();
        if (point.workload().usesNetwork() && images != assignment.total()) {
            throw new IOException(
                    "the mirror served " + images + " images where " + assignment.total() + " were to be fetched");
        }
        trace.ifPresent(run -> trace(run, point, trial.result()));
        return new CompareTrial(
                point, trial.result(), assignment.total(), after.connections() - before.connections(), trial.usage());
    }

    private static void trace(TraceRun run, ComparePoint point, Timing timing) {
        String kind = point.strategy() == Strategy.PROCESSES ? "process" : "worker";
        for (int i = 0; i < timing.workers().size(); i++) {
            Timing.Worker worker = timing.workers().get(i);
            run.add(i, kind, "start", 0, worker.startNanos());
            run.add(i, kind, "work", worker.startNanos(), worker.workNanos());
            run.add(i, kind, "stop", worker.startNanos() + worker.workNanos(), worker.stopNanos());
        }
    }
}
