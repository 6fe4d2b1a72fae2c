package pokemon.experiment.speed;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pokemon.experiment.Experiment;
import pokemon.experiment.measure.BackgroundLoad;
import pokemon.experiment.measure.ResourceMeter;
import pokemon.experiment.measure.ResourceMeter.Measured;
import pokemon.experiment.measure.Trial;
import pokemon.experiment.measure.TrialRun;
import pokemon.experiment.measure.TrialRunner;
import pokemon.experiment.measure.TrialSettings;
import pokemon.experiment.plan.CancellationToken;
import pokemon.experiment.plan.TrialAttempts;
import pokemon.experiment.plan.TrialListener;
import pokemon.experiment.plan.TrialSequence;
import pokemon.experiment.report.ExperimentReport;
import pokemon.experiment.report.Result;
import pokemon.experiment.report.RunMetadata;
import pokemon.experiment.report.Warnings;
import pokemon.schedule.run.IdResult;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.StopReason;
import pokemon.schedule.run.WorkerKind;

/** How the time of a download depends on the number of threads and processes. */
public record SpeedExperiment(TrialSettings settings, SpeedPlan plan) implements Experiment {
    @Override
    public String name() {
        return "speed";
    }

    @Override
    public ExperimentReport run(RunMetadata metadata, TrialListener progress, CancellationToken stop)
            throws IOException {
        TrialAttempts attempts = new TrialAttempts(progress, stop);
        double before = BackgroundLoad.othersShare(stop);
        SpeedData data = measure(attempts, stop);
        if (data.runs().isEmpty()) {
            throw attempts.nothingMeasured();
        }
        double after = BackgroundLoad.othersShare(stop);
        Warnings warnings = new Warnings()
                .partial(stop.isRequested(), data.runs().size(), plan.order().size())
                .backgroundLoad(before, after)
                .addAll(attempts.warnings());
        Map<String, Object> parameters = parameters();
        parameters.put("others_cpu_share_before", before);
        parameters.put("others_cpu_share_after", after);
        ResourceFindings resources =
                new ResourceFindings(data, metadata.host().cores(), Warnings.disturbed(before, after));
        return report(metadata, parameters, new SpeedFindings(data, resources, plan.seed()), data, warnings);
    }

    private SpeedData measure(TrialAttempts attempts, CancellationToken stop) throws IOException {
        TrialSequence<Trial> sequence = new TrialSequence<>(plan.planned(settings.model()), attempts);
        try (TrialRunner runner = settings.open()) {
            List<TrialSequence.Done<Trial, Measured<RunReport>>> all = sequence.run(
                    trial -> ResourceMeter.measure(() -> run(runner, trial.variant(), stop)),
                    run -> run.result().nanos() / 1e9);
            List<RunReport> warmUps = all.stream()
                    .filter(done -> done.trial().isWarmUp())
                    .map(done -> done.result().result())
                    .toList();
            return SpeedData.of(plan.points(), warmUps, TrialRun.counted(all));
        }
    }

    private static RunReport run(TrialRunner runner, Trial trial, CancellationToken stop) throws IOException {
        RunReport report = runner.run(trial, stop);
        if (!report.isComplete()) {
            throw new IOException(report.ids().stream()
                    .filter(id -> id.status() == IdResult.Status.FAILED)
                    .findFirst()
                    .flatMap(IdResult::detail)
                    .or(() -> report.stop().map(StopReason::reason))
                    .orElse("not all ids were attempted"));
        }
        if (report.workers().size() < trial.workers()) {
            throw new IOException("only " + report.workers().size() + " workers ran");
        }
        return report;
    }

    private ExperimentReport report(
            RunMetadata metadata,
            Map<String, Object> parameters,
            SpeedFindings findings,
            SpeedData data,
            Warnings warnings) {
        List<Result> results = SpeedTables.results(data);
        return new ExperimentReport(
                new ExperimentReport.Heading(
                        name(),
                        "Speed: threads and processes",
                        "How does the time of a download depend on the number of threads or processes that share it?"),
                metadata,
                parameters,
                results,
                SpeedTables.tables(data),
                List.of(),
                new ExperimentReport.Conclusions(
                        findings.findings(),
                        findings.warn(warnings.times(results)).sentences()),
                new SpeedCharts(data, findings, settings, metadata.host().cores()).pictures());
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("modes", plan.kinds().stream().map(WorkerKind::letter).toList());
        parameters.put("workers", plan.workers());
        parameters.put("runs", plan.runs());
        parameters.putAll(settings.parameters());
        parameters.put("seed", plan.seed());
        return parameters;
    }
}
