package pokemon.experiment.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import pokemon.experiment.compare.work.Scaling;
import pokemon.experiment.compare.work.Strategy;
import pokemon.experiment.compare.work.Workload;
import pokemon.experiment.report.ExperimentReport;
import pokemon.experiment.report.Result;
import pokemon.experiment.report.RunMetadata;
import pokemon.experiment.report.Table;
import pokemon.experiment.report.Warnings;
import pokemon.experiment.statistics.Summary;

/** Turns the trials of a comparison into a report. */
final class CompareReport {
    private final CompareData data;

    CompareReport(CompareData data) {
        this.data = data;
    }

    /**
     * Makes the report.
     *
     * @param warnings what is known to make the numbers doubtful apart from themselves
     */
    ExperimentReport report(RunMetadata origin, Warnings warnings) {
        List<Table> tables = new ArrayList<>(List.of(CompareTables.classic(data)));
        CompareTables.others(data).ifPresent(tables::add);
        CompareTables.parts(data).ifPresent(tables::add);
        CompareTables.asides(data).ifPresent(tables::add);
        CompareFindings findings = new CompareFindings(data, origin.host().cores());
        List<Result> results = data.points().stream().map(this::result).toList();
        return new ExperimentReport(
                new ExperimentReport.Heading(
                        "compare",
                        "Serial, threads and processes",
                        "What do threads and processes bring for computing and for waiting, and what do they cost?"),
                origin,
                parameters(),
                results,
                tables,
                List.of(),
                new ExperimentReport.Conclusions(
                        findings.findings(), warnings.times(results).sentences()),
                new CompareCharts(data, origin.host().cores()).pictures());
    }

    private Map<String, Object> parameters() {
        CompareSettings settings = data.settings();
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put(
                "workloads", settings.workloads().stream().map(Workload::label).toList());
        parameters.put(
                "strategies",
                settings.strategies().stream().map(Strategy::label).toList());
        parameters.put("workers", settings.workers());
        parameters.put("scaling", settings.scaling() == Scaling.WEAK ? "weak" : "strong");
        Set<Workload> workloads = new TreeSet<>(settings.workloads());
        workloads.forEach(workload ->
                parameters.put(workload.label() + "_items", settings.amounts().get(workload)));
        parameters.put("latency_seconds", settings.latency().toNanos() / 1e9);
        parameters.put("runs", settings.runs());
        parameters.put("seed", settings.seed());
        return parameters;
    }

    private Result result(ComparePoint point) {
        List<CompareTrial> trials = data.trials(point);
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("workload", point.workload().label());
        parameters.put("strategy", point.strategy().label());
        parameters.put("workers", point.workers());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("items", trials.get(0).items());
        values.put("start_seconds", each(trials, trial -> trial.measured().startNanos() / 1e9));
        values.put("work_seconds", each(trials, trial -> trial.measured().workNanos() / 1e9));
        values.put("stop_seconds", each(trials, trial -> trial.measured().stopNanos() / 1e9));
        values.put("aside_seconds", each(trials, trial -> trial.measured().asideNanos() / 1e9));
        values.put("connections", trials.stream().map(CompareTrial::connections).toList());
        Summary times = Summary.of(trials.stream().map(CompareTrial::seconds).toList());
        return new Result(point.label(), times, parameters, values);
    }

    private static List<Double> each(List<CompareTrial> trials, ToDoubleFunction<CompareTrial> value) {
        return trials.stream().map(value::applyAsDouble).toList();
    }
}
