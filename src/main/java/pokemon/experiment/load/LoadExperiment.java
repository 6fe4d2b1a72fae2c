package pokemon.experiment.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import pokemon.experiment.Experiment;
import pokemon.experiment.measure.BackgroundLoad;
import pokemon.experiment.measure.CancellationToken;
import pokemon.experiment.measure.PlannedTrial;
import pokemon.experiment.measure.Trial;
import pokemon.experiment.measure.TrialAttempts;
import pokemon.experiment.measure.TrialListener;
import pokemon.experiment.measure.TrialRunner;
import pokemon.experiment.measure.TrialSequence;
import pokemon.experiment.measure.TrialSettings;
import pokemon.experiment.measure.WorkModel;
import pokemon.experiment.report.ExperimentReport;
import pokemon.experiment.report.Figures;
import pokemon.experiment.report.RunMetadata;
import pokemon.experiment.report.Warnings;
import pokemon.schedule.run.IdResult;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.ScheduleKind;
import pokemon.schedule.run.WorkerKind;

/** How the work of one download spreads over its workers. */
public final class LoadExperiment implements Experiment {
    private final TrialSettings settings;
    private final List<Trial> trials;

    /** Prepares an experiment with one run for each schedule. */
    public LoadExperiment(TrialSettings settings, WorkerKind kind, int workers, List<ScheduleKind> schedules) {
        this.settings = settings;
        this.trials = schedules.stream()
                .map(schedule -> new Trial(kind, workers, schedule))
                .toList();
    }

    @Override
    public String name() {
        return "load";
    }

    @Override
    public ExperimentReport run(RunMetadata metadata, TrialListener progress, CancellationToken stop)
            throws IOException {
        TrialAttempts attempts = new TrialAttempts(progress, stop);
        double before = BackgroundLoad.othersShare(stop);
        List<LoadRun> runs = new ArrayList<>();
        TrialSequence sequence = new TrialSequence(planned(), attempts, progress, System::nanoTime);
        // The warm-up loads and compiles the code.
        sequence.next(() -> run(trials.get(0), stop), report -> report.nanos() / 1e9);
        for (Trial trial : trials) {
            sequence.next(
                            () -> new LoadRun(trial, run(trial, stop)),
                            run -> run.report().nanos() / 1e9)
                    .ifPresent(runs::add);
        }
        if (runs.isEmpty()) {
            throw attempts.nothingMeasured();
        }
        double after = BackgroundLoad.othersShare(stop);
        Warnings warnings = new Warnings()
                .add(stop.isRequested(), "This is partial: it was stopped before its last run ended.")
                .backgroundLoad(before, after)
                .addAll(attempts.warnings());
        return report(metadata, runs, warnings);
    }

    private List<PlannedTrial> planned() {
        WorkModel model = settings.model();
        return Stream.concat(
                        Stream.of(trials.get(0).planned(model, true)),
                        trials.stream().map(trial -> trial.planned(model, false)))
                .toList();
    }

    /** Runs a trial with a new mirror: the latency for an id depends on its earlier requests. */
    private RunReport run(Trial trial, CancellationToken stop) throws IOException {
        try (TrialRunner runner = settings.open()) {
            RunReport report = runner.run(trial, stop);
            if (report.bytes() == 0) {
                throw new IOException("no image was saved"
                        + report.stop().map(why -> ": " + why.reason()).orElse(""));
            }
            return report;
        }
    }

    private ExperimentReport report(RunMetadata metadata, List<LoadRun> runs, Warnings warnings) {
        for (LoadRun run : runs) {
            long lost = run.report().ids().size() - run.report().count(IdResult.Status.SAVED);
            warnings.add(lost > 0, Figures.text("%d images are missing from the %s run.", lost, run.schedule()));
        }
        warnings.add(true, "Each schedule ran once: another --seed shows how much of this is chance.");
        return new ExperimentReport(
                new ExperimentReport.Heading(
                        name(),
                        "Load: who does what",
                        "How does the work of one download spread over its workers, and over time?"),
                metadata,
                parameters(),
                LoadTables.results(runs),
                LoadTables.tables(runs),
                LoadTables.listings(runs),
                new ExperimentReport.Conclusions(LoadFindings.of(runs), warnings.sentences()),
                LoadCharts.pictures(runs));
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("mode", trials.get(0).kind().letter());
        parameters.put("workers", trials.get(0).workers());
        parameters.put(
                "schedules",
                trials.stream()
                        .map(trial -> trial.schedule().name().toLowerCase(Locale.ROOT))
                        .toList());
        parameters.putAll(settings.parameters());
        return parameters;
    }
}
