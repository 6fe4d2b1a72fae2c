package pokemon.experiment.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pokemon.experiment.Experiment;
import pokemon.experiment.chart.Picture;
import pokemon.experiment.measure.BackgroundLoad;
import pokemon.experiment.measure.ResourceMeter;
import pokemon.experiment.measure.ResourceMeter.Measured;
import pokemon.experiment.measure.Trial;
import pokemon.experiment.measure.TrialRun;
import pokemon.experiment.measure.TrialRunner;
import pokemon.experiment.measure.TrialSettings;
import pokemon.experiment.plan.CancellationToken;
import pokemon.experiment.plan.PlannedTrial;
import pokemon.experiment.plan.TrialAttempts;
import pokemon.experiment.plan.TrialListener;
import pokemon.experiment.plan.TrialSequence;
import pokemon.experiment.plan.WorkModel;
import pokemon.experiment.report.ExperimentReport;
import pokemon.experiment.report.Result;
import pokemon.experiment.report.RunMetadata;
import pokemon.experiment.report.Warnings;
import pokemon.experiment.table.Figures;
import pokemon.schedule.run.IdResult;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.ScheduleKind;
import pokemon.schedule.run.WorkerKind;
import pokemon.timeline.Timeline;
import pokemon.timeline.TimelinePainter;

/** How the work of one download spreads over its workers. */
public final class LoadExperiment implements Experiment {
    private final TrialSettings settings;
    private final List<Trial> trials;
    private final int runs;

    public LoadExperiment(
            TrialSettings settings, WorkerKind kind, int workers, List<ScheduleKind> schedules, int runs) {
        this.settings = settings;
        this.trials = schedules.stream()
                .map(schedule -> new Trial(kind, workers, schedule))
                .toList();
        this.runs = runs;
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
        TrialSequence<Trial> sequence = new TrialSequence<>(planned(), attempts);
        List<TrialSequence.Done<Trial, Measured<RunReport>>> all = sequence.run(
                trial -> ResourceMeter.measure(() -> run(trial.variant(), stop)),
                run -> run.result().nanos() / 1e9);
        List<LoadRun> measured = TrialRun.counted(all).stream().map(LoadRun::of).toList();
        if (measured.isEmpty()) {
            throw attempts.nothingMeasured();
        }
        double after = BackgroundLoad.othersShare(stop);
        Warnings warnings = new Warnings()
                .partial(stop.isRequested(), measured.size(), runs * trials.size())
                .backgroundLoad(before, after)
                .addAll(attempts.warnings());
        return report(metadata, measured, warnings);
    }

    /**
     * Returns the trials in alternating order, such as ABBAAB, so that a slow change of the machine affects all
     * equally.
     */
    static List<Trial> order(List<Trial> trials, int runs) {
        List<Trial> reversed = new ArrayList<>(trials);
        Collections.reverse(reversed);
        List<Trial> order = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            order.addAll(run % 2 == 0 ? trials : reversed);
        }
        return order;
    }

    /** Returns all trials in the order of running; the warm-up loads and compiles the code. */
    private List<PlannedTrial<Trial>> planned() {
        WorkModel model = settings.model();
        return Stream.concat(
                        Stream.of(trials.get(0).planned(model, true)),
                        order(trials, runs).stream().map(trial -> trial.planned(model, false)))
                .toList();
    }

    /** Runs a trial with a new mirror: the latency for an id depends on its earlier requests. */
    private RunReport run(Trial trial, CancellationToken stop) throws IOException {
        try (TrialRunner runner = settings.open()) {
            RunReport report = runner.run(trial, stop);
            if (report.stop().isPresent()) {
                throw new IOException(report.stop().get().reason());
            }
            if (report.bytes() == 0) {
                throw new IOException("no image was saved");
            }
            return report;
        }
    }

    private ExperimentReport report(RunMetadata metadata, List<LoadRun> runs, Warnings warnings) {
        List<Result> results = LoadTables.results(runs);
        warnings.times(results);
        for (LoadRun run : runs) {
            long lost = run.report().ids().size() - run.report().count(IdResult.Status.SAVED);
            warnings.add(
                    lost > 0,
                    Figures.text(
                            "Run %d of %s lacks %d images.",
                            run.run(), run.trial().name(), lost));
        }
        List<LoadRun> shown =
                LoadRun.bySchedule(runs).stream().map(LoadRun::middle).toList();
        int cores = metadata.host().cores();
        List<Picture> pictures = new ArrayList<>(List.of(timeline(runs, shown, cores)));
        pictures.addAll(
                new LoadCharts(runs, shown, trials.get(0).label() + ", " + settings.conditions(cores)).pictures());
        return new ExperimentReport(
                new ExperimentReport.Heading(
                        name(),
                        "Load: who does what",
                        "How does the work of one download spread over its workers, and over time?"),
                metadata,
                parameters(),
                results,
                LoadTables.tables(shown, runs),
                LoadTables.listings(shown),
                new ExperimentReport.Conclusions(LoadFindings.of(runs), warnings.sentences()),
                pictures);
    }

    private Picture timeline(List<LoadRun> runs, List<LoadRun> shown, int cores) {
        TimelinePainter painter = new TimelinePainter(
                "Who does what, and when?",
                Figures.text(
                        "Ids %d-%d from %s; %d cores",
                        settings.range().start(), settings.range().stop(), source(), cores),
                shown.stream().map(run -> timeline(runs, run)).toList());
        List<Picture.Tooltip> tooltips = new ArrayList<>();
        painter.describe((place, about) -> tooltips.add(new Picture.Tooltip(place, about)));
        return new Picture(
                "timeline",
                "The activity over time: a lane for each worker, a bar with its id for each image. The lower part of a bar"
                        + " shows its phases.",
                painter.width(),
                painter.height(),
                (graphics, width, height) -> painter.paint(graphics),
                Optional.empty(),
                tooltips);
    }

    private String source() {
        Map<String, Object> parameters = settings.parameters();
        String source = parameters.get("source").toString();
        if (!(parameters.get("latency_seconds") instanceof Double latency)
                || !(parameters.get("jitter_seconds") instanceof Double jitter)) {
            return source;
        }
        String waits = "the built-in mirror, which answers after " + Figures.seconds(latency);
        return jitter > 0 ? waits + ", up to " + Figures.seconds(jitter) + " more or less" : waits;
    }

    private static Timeline timeline(List<LoadRun> runs, LoadRun run) {
        long same =
                runs.stream().filter(other -> other.trial().equals(run.trial())).count();
        return Timeline.of(
                Figures.text(
                        "%s: %s, run %d of %d, %s",
                        run.name(), run.trial().label(), run.run(), same, Figures.seconds(run.seconds())),
                run.recorded(),
                List.of(
                        new Timeline.Mark(run.split().ready(), "all at work"),
                        new Timeline.Mark(run.split().firstOut(), "the first is out of work")));
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
        parameters.put("runs", runs);
        parameters.putAll(settings.parameters());
        return parameters;
    }
}
