package pokemon.experiment.speed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pokemon.experiment.measure.BackgroundLoad;
import pokemon.experiment.measure.CancellationToken;
import pokemon.experiment.measure.Trial;
import pokemon.experiment.measure.TrialListener;
import pokemon.experiment.measure.TrialRunner;
import pokemon.schedule.run.IdResult;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.StopReason;

/** Runs the trials of a plan one after another. For a single use. */
final class SpeedMeasurement {
    private final SpeedPlan plan;
    private final TrialListener progress;
    private final CancellationToken stop;
    private final List<RunReport> warmUps = new ArrayList<>();
    private final Map<Trial, List<RunReport>> runs = new LinkedHashMap<>();
    private final List<SpeedData.Timed> order = new ArrayList<>();
    private final double expected;
    private double spent;
    private int incomplete;
    private Optional<String> lastFailure = Optional.empty();

    SpeedMeasurement(SpeedPlan plan, TrialListener progress, CancellationToken stop) {
        this.plan = plan;
        this.progress = progress;
        this.stop = stop;
        plan.points().forEach(trial -> runs.put(trial, new ArrayList<>()));
        expected = plan.warmUps().stream().mapToDouble(SpeedMeasurement::weight).sum()
                + plan.order().stream().mapToDouble(SpeedMeasurement::weight).sum();
    }

    /** Returns the expected time of a trial relative to others: workers beyond the processors help little. */
    private static double weight(Trial trial) {
        return 1.0 / Math.min(trial.workers(), 2 * Runtime.getRuntime().availableProcessors());
    }

    /**
     * Runs all trials, or those before a stop.
     *
     * @throws IOException when no run was complete
     */
    SpeedData measure(TrialRunner runner) throws IOException {
        double before = BackgroundLoad.othersShare(stop);
        for (Trial trial : plan.warmUps()) {
            run(runner, trial).ifPresent(warmUps::add);
        }
        for (Trial trial : plan.order()) {
            run(runner, trial).ifPresent(report -> {
                runs.get(trial).add(report);
                order.add(new SpeedData.Timed(trial, report.nanos() / 1e9));
            });
        }
        if (order.isEmpty()) {
            throw new IOException("nothing was measured: "
                    + lastFailure.orElse("the experiment was stopped before its first trial ended"));
        }
        double after = BackgroundLoad.othersShare(stop);
        List<SpeedPoint> points = runs.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> new SpeedPoint(entry.getKey(), entry.getValue()))
                .toList();
        return new SpeedData(warmUps, points, order, incomplete, stop.isRequested(), before, after);
    }

    /** Returns the run if every image was saved. */
    private Optional<RunReport> run(TrialRunner runner, Trial trial) {
        if (stop.isRequested()) {
            return Optional.empty();
        }
        spent += weight(trial);
        RunReport report;
        try {
            report = runner.run(trial, stop);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            leaveOut(trial, e.getMessage() == null ? e.toString() : e.getMessage());
            return Optional.empty();
        }
        if (report.isComplete()) {
            progress.trialEnded(trial.label(), spent / expected);
            return Optional.of(report);
        }
        leaveOut(trial, failure(report));
        return Optional.empty();
    }

    private static String failure(RunReport report) {
        return report.ids().stream()
                .filter(id -> id.status() == IdResult.Status.FAILED)
                .findFirst()
                .flatMap(IdResult::detail)
                .or(() -> report.stop().map(StopReason::reason))
                .orElse("not all ids were attempted");
    }

    /** Counts a run that failed or was not complete, except after a stop. */
    private void leaveOut(Trial trial, String reason) {
        if (!stop.isRequested()) {
            incomplete++;
            lastFailure = Optional.of(reason);
            progress.note("a run with " + trial.label() + " was not complete and does not count: " + reason);
        }
    }
}
