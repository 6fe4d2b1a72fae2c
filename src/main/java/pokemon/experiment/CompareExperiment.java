package pokemon.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import pokemon.download.ImageSource;
import pokemon.mirror.MirrorServer;

/**
 * Measures how strategies compare at workloads.
 *
 * <p>Every round measures every point once, in an order of its own, so that drift of the machine spreads over all of
 * them. The time of a trial holds the start of its workers and their work, nothing else: the mirror runs already, the
 * HTTP client of this JVM is made, and the drawing comes later.
 */
final class CompareExperiment {
    private final CompareSettings settings;
    private final ComparePlan plan;
    private final ImageSource source;
    private final Optional<MirrorServer> mirror;
    private final Path directory;

    /**
     * Prepares a comparison.
     *
     * @param mirror what serves the source, if it can be asked what it served
     * @param directory an existing directory for what the workers write
     */
    CompareExperiment(CompareSettings settings, ImageSource source, Optional<MirrorServer> mirror, Path directory) {
        this.settings = settings;
        this.plan = new ComparePlan(settings, ThreadRun.virtualThreads().isPresent());
        this.source = source;
        this.mirror = mirror;
        this.directory = directory;
        PageWork.allowNewConnections();
    }

    /** Returns how many trials {@link #run} makes, the warm-up not among them. */
    int trials() {
        return plan.points().size() * settings.runs();
    }

    /**
     * Warms up and measures until everything is measured or the thread is interrupted.
     *
     * @param done takes each trial as soon as it has ended
     * @throws IOException when work cannot be done
     */
    void run(Consumer<CompareTrial> done) throws IOException, InterruptedException {
        for (ComparePoint point : plan.warmUp()) {
            measure(point, 0);
        }
        for (int run = 0; run < settings.runs(); run++) {
            for (ComparePoint point : plan.round(run)) {
                done.accept(measure(point, run));
            }
        }
    }

    private CompareTrial measure(ComparePoint point, int run) throws IOException, InterruptedException {
        Job job = new Job(
                point.workload(),
                point.workers(),
                settings.amounts().get(point.workload()),
                settings.scaling(),
                source,
                directory);
        long connections = connections();
        long images = images();
        Measured measured = measure(point.strategy(), job);
        if (mirror.isPresent() && point.workload().usesNetwork() && images() - images != job.total()) {
            throw new IOException("the mirror served " + (images() - images) + " images where " + job.total()
                    + " were to be fetched: something else uses it");
        }
        return new CompareTrial(point, run, measured, job.total(), connections() - connections);
    }

    private long images() {
        return mirror.map(server -> server.statistics().images()).orElse(0L);
    }

    private long connections() {
        return mirror.map(server -> server.statistics().connections()).orElse(0L);
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
