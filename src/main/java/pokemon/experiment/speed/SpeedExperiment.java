package pokemon.experiment.speed;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pokemon.experiment.Experiment;
import pokemon.experiment.measure.CancellationToken;
import pokemon.experiment.measure.TrialListener;
import pokemon.experiment.measure.TrialRunner;
import pokemon.experiment.measure.TrialSettings;
import pokemon.experiment.report.ExperimentReport;
import pokemon.experiment.report.Result;
import pokemon.experiment.report.RunMetadata;
import pokemon.schedule.run.WorkerKind;

/** How the time of a download depends on the number of threads and processes. */
public final class SpeedExperiment implements Experiment {
    private final TrialSettings settings;
    private final SpeedPlan plan;

    public SpeedExperiment(TrialSettings settings, SpeedPlan plan) {
        this.settings = settings;
        this.plan = plan;
    }

    @Override
    public String name() {
        return "speed";
    }

    @Override
    public ExperimentReport run(RunMetadata metadata, TrialListener progress, CancellationToken stop)
            throws IOException {
        SpeedData data;
        try (TrialRunner runner = settings.open()) {
            data = new SpeedMeasurement(plan, progress, stop).measure(runner);
        }
        List<Result> results = SpeedTables.results(data);
        SpeedFindings findings = new SpeedFindings(data, plan.seed());
        return new ExperimentReport(
                new ExperimentReport.Heading(
                        name(),
                        "Speed: threads and processes",
                        "How does the time of a download depend on the number of threads or processes that share it?"),
                metadata,
                parameters(data),
                results,
                SpeedTables.tables(data),
                List.of(),
                new ExperimentReport.Conclusions(
                        findings.findings(),
                        findings.warnings(results, plan.order().size())),
                new SpeedCharts(data, findings).pictures());
    }

    private Map<String, Object> parameters(SpeedData data) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("modes", plan.kinds().stream().map(WorkerKind::letter).toList());
        parameters.put("workers", plan.workers());
        parameters.put("runs", plan.runs());
        parameters.putAll(settings.parameters());
        parameters.put("seed", plan.seed());
        parameters.put("others_cpu_share_before", data.othersBefore());
        parameters.put("others_cpu_share_after", data.othersAfter());
        return parameters;
    }
}
