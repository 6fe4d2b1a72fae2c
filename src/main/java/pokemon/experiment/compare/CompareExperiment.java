package pokemon.experiment.compare;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pokemon.experiment.Experiment;
import pokemon.experiment.compare.work.ThreadRun;
import pokemon.experiment.measure.BackgroundLoad;
import pokemon.experiment.measure.CancellationToken;
import pokemon.experiment.measure.TrialAttempts;
import pokemon.experiment.measure.TrialListener;
import pokemon.experiment.measure.TrialRunner;
import pokemon.experiment.report.ExperimentReport;
import pokemon.experiment.report.RunMetadata;
import pokemon.experiment.report.Warnings;
import pokemon.mirror.MirrorOptions;
import pokemon.mirror.MirrorServer;

/**
 * How doing things one after the other, in threads, in processes and asynchronously compare, for computing and for
 * waiting.
 *
 * <p>Every round measures every point once, in an order of its own, so that drift of the machine spreads over all of
 * them.
 */
public final class CompareExperiment implements Experiment {
    private final CompareSettings settings;
    private final ComparePlan plan;

    /** Prepares the experiment. */
    public CompareExperiment(CompareSettings settings) {
        this.settings = settings;
        this.plan = new ComparePlan(settings, ThreadRun.virtualThreads().isPresent());
    }

    @Override
    public String name() {
        return "compare";
    }

    @Override
    public ExperimentReport run(RunMetadata origin, TrialListener progress, CancellationToken stop) throws IOException {
        if (plan.points().isEmpty()) {
            throw new IOException("none of the strategies suits the workloads on this JVM");
        }
        CompareData data = new CompareData(settings);
        TrialAttempts attempts = new TrialAttempts(progress, stop);
        double before = BackgroundLoad.othersShare();
        MirrorOptions options = MirrorOptions.defaults().withLatency(settings.latency());
        try (MirrorServer mirror = MirrorServer.start(options)) {
            TrialRunner.inFreshDirectory(directory -> {
                measure(attempts, new CompareTrials(settings, mirror, directory), data, progress, stop);
                return directory;
            });
        }
        if (data.isEmpty()) {
            throw stop.isRequested()
                    ? new InterruptedIOException("stopped before anything was measured")
                    : new IOException("nothing was measured: " + attempts.lastFailure());
        }
        double after = stop.isRequested() ? Double.NaN : BackgroundLoad.othersShare();
        Warnings warnings = new Warnings()
                .partial(stop.isRequested(), data.size(), plan.points().size() * settings.runs())
                .machine(before, after);
        return new CompareReport(data).report(origin, warnings.addAll(attempts.warnings()));
    }

    private void measure(
            TrialAttempts attempts,
            CompareTrials trials,
            CompareData data,
            TrialListener progress,
            CancellationToken stop)
            throws IOException {
        Map<ComparePoint, Double> warmUp = new HashMap<>();
        for (ComparePoint point : plan.warmUp()) {
            if (!stop.isRequested()) {
                interruptibly(stop, () -> attempts.measure(point.label(), () -> trials.measure(point))
                        .ifPresent(trial -> warmUp.put(point, trial.seconds())));
            }
        }
        List<ComparePoint> order = new ArrayList<>();
        for (int run = 0; run < settings.runs(); run++) {
            order.addAll(plan.round(run));
        }
        double whole = order.stream()
                .mapToDouble(point -> plan.expected(point, warmUp))
                .sum();
        double done = 0;
        for (ComparePoint point : order) {
            if (stop.isRequested()) {
                return;
            }
            interruptibly(stop, () -> attempts.measure(point.label(), () -> trials.measure(point))
                    .ifPresent(data::add));
            done += plan.expected(point, warmUp);
            progress.trialEnded(point.label(), done / whole);
        }
    }

    /** Something that ends early with an exception when its thread is interrupted. */
    @FunctionalInterface
    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    private static void interruptibly(CancellationToken stop, Step step) throws IOException {
        Thread self = Thread.currentThread();
        stop.guard(self::interrupt, () -> {
            try {
                step.run();
            } catch (InterruptedException e) {
                if (!stop.isRequested()) {
                    throw (IOException) new InterruptedIOException("interrupted").initCause(e);
                }
            }
            return stop;
        });
        if (stop.isRequested()) {
            // The request's own interrupt; the files are still to be written.
            Thread.interrupted();
        }
    }
}
