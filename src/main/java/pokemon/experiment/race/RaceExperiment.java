package pokemon.experiment.race;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import pokemon.experiment.Experiment;
import pokemon.experiment.measure.BackgroundLoad;
import pokemon.experiment.measure.CancellationToken;
import pokemon.experiment.measure.TrialAttempts;
import pokemon.experiment.measure.TrialListener;
import pokemon.experiment.report.ExperimentReport;
import pokemon.experiment.report.RunMetadata;
import pokemon.experiment.report.Warnings;

/**
 * What happens when workers draw ids from counters that are safe, and from one that is not.
 *
 * <p>Each repeat measures every strategy once, in an order of its own.
 */
public final class RaceExperiment implements Experiment {
    /** Draws before anything is measured, enough to have everything compiled. */
    private static final int WARM_UP = 200_000;

    private final RaceSettings settings;

    /** Prepares the experiment. */
    public RaceExperiment(RaceSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "race";
    }

    @Override
    public ExperimentReport run(RunMetadata origin, TrialListener progress, CancellationToken stop) throws IOException {
        try {
            TrialAttempts attempts = new TrialAttempts(progress, stop);
            double before = BackgroundLoad.othersShare();
            Map<DrawStrategy, List<Draws>> draws = measure(attempts, progress, stop);
            double after = stop.isRequested() ? Double.NaN : BackgroundLoad.othersShare();
            if (draws.isEmpty()) {
                throw stop.isRequested()
                        ? new InterruptedIOException("stopped before anything was measured")
                        : new IOException("nothing was measured: " + attempts.lastFailure());
            }
            int done = draws.values().stream().mapToInt(List::size).sum();
            Warnings warnings = new Warnings()
                    .partial(stop.isRequested(), done, settings.repeats() * DrawStrategy.values().length)
                    .machine(before, after);
            Optional<LostUpdate> lost = attempts.measure("a trace", () -> TracedCounter.provoke(settings.workers()))
                    .flatMap(Function.identity());
            return new RaceReport(settings, draws, lost).report(origin, warnings.addAll(attempts.warnings()));
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }

    /** Draws until all repeats are done or a stop is asked for, which ends after the trial at hand. */
    private Map<DrawStrategy, List<Draws>> measure(
            TrialAttempts attempts, TrialListener progress, CancellationToken stop)
            throws IOException, InterruptedException {
        List<DrawStrategy> strategies = Arrays.asList(DrawStrategy.values());
        for (DrawStrategy strategy : strategies) {
            measure(attempts, strategy, Math.min(settings.last(), WARM_UP));
        }
        Map<DrawStrategy, List<Draws>> draws = new EnumMap<>(DrawStrategy.class);
        for (int repeat = 0; repeat < settings.repeats(); repeat++) {
            Collections.shuffle(strategies, new Random(settings.seed() + repeat));
            for (DrawStrategy strategy : strategies) {
                if (stop.isRequested()) {
                    return draws;
                }
                measure(attempts, strategy, settings.last())
                        .ifPresent(drawn -> draws.computeIfAbsent(strategy, first -> new ArrayList<>())
                                .add(drawn));
            }
            progress.trialEnded("repeat " + (repeat + 1), (repeat + 1.0) / settings.repeats());
        }
        return draws;
    }

    private Optional<Draws> measure(TrialAttempts attempts, DrawStrategy strategy, int last)
            throws IOException, InterruptedException {
        return attempts.measure(strategy.label(), () -> RaceRun.run(strategy, last, settings.workers()));
    }
}
