package pokemon.experiment.compare;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pokemon.experiment.Experiment;
import pokemon.experiment.compare.work.ProcessRun;
import pokemon.experiment.compare.work.Strategy;
import pokemon.experiment.compare.work.ThreadRun;
import pokemon.experiment.compare.work.Workload;
import pokemon.experiment.measure.BackgroundLoad;
import pokemon.experiment.measure.TemporaryDirectory;
import pokemon.experiment.plan.CancellationToken;
import pokemon.experiment.plan.TrialAttempts;
import pokemon.experiment.plan.TrialListener;
import pokemon.experiment.plan.TrialSequence;
import pokemon.experiment.report.ExperimentReport;
import pokemon.experiment.report.Result;
import pokemon.experiment.report.RunMetadata;
import pokemon.experiment.report.Warnings;
import pokemon.mirror.MirrorOptions;
import pokemon.mirror.MirrorServer;

/**
 * How serial work, threads, processes and asynchronous requests compare, for computing and for waiting.
 *
 * <p>Every round measures every point once in random order, so that drift of the machine affects all points equally.
 */
public final class CompareExperiment implements Experiment {
    private final CompareSettings settings;
    private final ComparePlan plan;

    public CompareExperiment(CompareSettings settings) {
        this.settings = settings;
        this.plan = new ComparePlan(settings, ThreadRun.virtualThreads().isPresent());
    }

    @Override
    public String name() {
        return "compare";
    }

    @Override
    public ExperimentReport run(RunMetadata metadata, TrialListener progress, CancellationToken stop)
            throws IOException {
        if (plan.points().isEmpty()) {
            throw new IOException("none of the strategies suits the workloads on this JVM");
        }
        CompareData data = new CompareData(settings);
        TrialAttempts attempts = new TrialAttempts(progress, stop);
        double before = BackgroundLoad.othersShare(stop);
        MirrorOptions options = MirrorOptions.defaults().withLatency(settings.latency());
        try (MirrorServer mirror = MirrorServer.start(options);
                TemporaryDirectory directory = TemporaryDirectory.create()) {
            CompareTrials trials = new CompareTrials(settings, mirror, directory.path());
            TrialSequence<ComparePoint> sequence =
                    new TrialSequence<>(plan.planned(Runtime.getRuntime().availableProcessors()), attempts);
            stop
                    .guardByInterrupt(
                            () -> sequence.run(trial -> trials.measure(trial.variant()), CompareTrial::seconds))
                    .stream()
                    .filter(done -> !done.trial().isWarmUp())
                    .forEach(done -> data.add(done.result()));
        }
        if (data.size() == 0) {
            throw attempts.nothingMeasured();
        }
        double after = BackgroundLoad.othersShare(stop);
        Warnings warnings = new Warnings()
                .partial(stop.isRequested(), data.size(), plan.points().size() * settings.runs())
                .backgroundLoad(before, after)
                .addAll(attempts.warnings());
        return report(metadata, data, warnings, Warnings.disturbed(before, after));
    }

    private ExperimentReport report(RunMetadata metadata, CompareData data, Warnings warnings, boolean disturbed) {
        CompareTables tables = new CompareTables(data);
        List<Result> results = tables.results();
        int cores = metadata.host().cores();
        return new ExperimentReport(
                new ExperimentReport.Heading(
                        name(),
                        "Serial, threads and processes",
                        "What do threads and processes gain for computing and for waiting, and what do they cost?"),
                metadata,
                parameters(),
                results,
                tables.tables(),
                List.of(),
                new ExperimentReport.Conclusions(
                        new CompareFindings(data, cores, disturbed).findings(),
                        warnings.times(results).sentences()),
                new CompareCharts(data, cores).pictures());
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put(
                "workloads",
                settings.workloads().stream().map(Workload::toString).toList());
        parameters.put(
                "strategies",
                settings.strategies().stream().map(Strategy::toString).toList());
        parameters.put("workers", settings.workers());
        parameters.put("scaling", settings.scaling().name().toLowerCase(Locale.ROOT));
        settings.workloads()
                .forEach(workload ->
                        parameters.put(workload + "_items", settings.amounts().get(workload)));
        parameters.put("latency_seconds", settings.latency().toNanos() / 1e9);
        parameters.put("child_jvm_options", ProcessRun.options(settings.jvmArguments()));
        parameters.put("runs", settings.runs());
        parameters.put("seed", settings.seed());
        return parameters;
    }
}
