package pokemon.experiment.race;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import pokemon.experiment.Experiment;
import pokemon.experiment.chart.Picture;
import pokemon.experiment.measure.BackgroundLoad;
import pokemon.experiment.plan.CancellationToken;
import pokemon.experiment.plan.PlannedTrial;
import pokemon.experiment.plan.TrialAttempts;
import pokemon.experiment.plan.TrialListener;
import pokemon.experiment.plan.TrialSequence;
import pokemon.experiment.report.ExperimentReport;
import pokemon.experiment.report.RunMetadata;
import pokemon.experiment.report.Warnings;
import pokemon.experiment.table.Column;
import pokemon.report.TraceFile;

/**
 * What happens when workers draw ids from safe counters and from an unsafe one.
 *
 * <p>Each repeat measures every strategy once in random order.
 */
public final class RaceExperiment implements Experiment {
    /** Draws before the measurement, enough to have everything compiled. */
    private static final int WARM_UP = 200_000;

    private static final List<Column<RaceSettings>> PARAMETERS = List.of(
            Column.plain("ids", RaceSettings::last),
            Column.plain("workers", RaceSettings::workers),
            Column.plain("repeats", RaceSettings::repeats),
            Column.plain("seed", RaceSettings::seed));

    private final RaceSettings settings;
    private final Race race;

    /** Lets workers draw the ids from 1 to the last one. */
    @FunctionalInterface
    interface Race {
        Draws run(DrawStrategy strategy, int last, int workers) throws IOException, InterruptedException;
    }

    /**
     * Prepares a race.
     *
     * @param trace takes when each worker drew
     */
    public RaceExperiment(RaceSettings settings, Optional<TraceFile> trace) {
        this(settings, (strategy, last, workers) -> RaceRun.run(strategy, last, workers, trace));
    }

    RaceExperiment(RaceSettings settings, Race race) {
        this.settings = settings;
        this.race = race;
    }

    @Override
    public String name() {
        return "race";
    }

    @Override
    public ExperimentReport run(RunMetadata metadata, TrialListener progress, CancellationToken stop)
            throws IOException {
        TrialAttempts attempts = new TrialAttempts(progress, stop);
        double before = BackgroundLoad.othersShare(stop);
        List<RaceResult> results = measure(attempts, stop);
        double after = BackgroundLoad.othersShare(stop);
        if (results.isEmpty()) {
            throw attempts.nothingMeasured();
        }
        int done = results.stream().mapToInt(result -> result.repeats().size()).sum();
        Optional<RecordedDownload> download = attempts.measure(
                        "a small download", () -> RecordedDownload.provoke(settings.workers(), settings.seed()))
                .flatMap(Function.identity());
        Optional<LostUpdate> lostUpdate = attempts.measure("a trace", () -> TracedCounter.provoke(settings.workers()))
                .flatMap(Function.identity());
        Warnings warnings = new Warnings()
                .partial(stop.isRequested(), done, settings.repeats() * DrawStrategy.values().length)
                .backgroundLoad(before, after)
                .addAll(attempts.warnings())
                .times(RaceTables.results(results, download));
        return report(
                metadata, results, lostUpdate, download, RaceFindings.warn(warnings, results, lostUpdate, download));
    }

    /** Measures until all repeats are done or a stop is requested. */
    private List<RaceResult> measure(TrialAttempts attempts, CancellationToken stop) throws IOException {
        TrialSequence<DrawStrategy> sequence = new TrialSequence<>(planned(), attempts);
        Map<DrawStrategy, List<Draws>> draws = new EnumMap<>(DrawStrategy.class);
        stop.guardByInterrupt(() -> sequence.run(this::draw, Draws::seconds)).stream()
                .filter(done -> !done.trial().isWarmUp())
                .forEach(done -> draws.computeIfAbsent(done.trial().variant(), first -> new ArrayList<>())
                        .add(done.result()));
        return draws.entrySet().stream()
                .map(entry -> new RaceResult(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Draws draw(PlannedTrial<DrawStrategy> trial) throws IOException, InterruptedException {
        int last = trial.isWarmUp() ? Math.min(settings.last(), WARM_UP) : settings.last();
        return race.run(trial.variant(), last, settings.workers());
    }

    /**
     * Returns all trials in the order of running: each strategy as a warm-up, which does not predict the time of the
     * other trials, then the repeats.
     */
    private List<PlannedTrial<DrawStrategy>> planned() {
        List<DrawStrategy> strategies = Arrays.asList(DrawStrategy.values());
        List<PlannedTrial<DrawStrategy>> planned = new ArrayList<>();
        strategies.forEach(strategy -> planned.add(planned(strategy, "warm-up", true)));
        for (int repeat = 0; repeat < settings.repeats(); repeat++) {
            Collections.shuffle(strategies, new Random(settings.seed() + repeat));
            strategies.forEach(strategy -> planned.add(planned(strategy, strategy, false)));
        }
        return planned;
    }

    private PlannedTrial<DrawStrategy> planned(DrawStrategy strategy, Object group, boolean isWarmUp) {
        return new PlannedTrial<>(strategy, strategy.label(), group, settings.workers(), 1, isWarmUp);
    }

    private ExperimentReport report(
            RunMetadata metadata,
            List<RaceResult> results,
            Optional<LostUpdate> lostUpdate,
            Optional<RecordedDownload> download,
            Warnings warnings) {
        List<Picture> pictures = new ArrayList<>(
                RaceCharts.pictures(settings, results, metadata.host().cores()));
        lostUpdate.map(LostUpdateChart::picture).ifPresent(pictures::add);
        return new ExperimentReport(
                new ExperimentReport.Heading(
                        name(),
                        "A race for ids",
                        "What happens when workers draw ids from a counter that is not thread-safe?"),
                metadata,
                Column.fields(PARAMETERS, settings),
                RaceTables.results(results, download),
                List.of(RaceTables.table(settings, results), RaceTables.runs(results)),
                Stream.concat(lostUpdate.map(RaceTables::listing).stream(), download.map(RaceTables::listing).stream())
                        .toList(),
                new ExperimentReport.Conclusions(RaceFindings.of(results, download), warnings.sentences()),
                pictures);
    }
}
