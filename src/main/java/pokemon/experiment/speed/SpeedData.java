package pokemon.experiment.speed;

import java.util.List;
import java.util.Optional;
import pokemon.experiment.measure.Trial;
import pokemon.experiment.measure.TrialRun;
import pokemon.experiment.statistics.Summary;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.WorkerKind;

/**
 * What was measured.
 *
 * @param warmUps the runs that do not count, one worker each, in the order they were made
 * @param runs the runs that count, in the order they were made
 * @param points the measured trials, kind by kind, ascending numbers of workers
 */
record SpeedData(List<RunReport> warmUps, List<TrialRun> runs, List<SpeedPoint> points) {
    /** Groups runs by trial; the trials come kind by kind, with ascending numbers of workers. */
    static SpeedData of(List<Trial> trials, List<RunReport> warmUps, List<TrialRun> runs) {
        List<SpeedPoint> points = trials.stream()
                .map(trial -> new SpeedPoint(
                        trial,
                        runs.stream().filter(run -> run.trial().equals(trial)).toList()))
                .filter(point -> !point.runs().isEmpty())
                .toList();
        return new SpeedData(warmUps, runs, points);
    }

    List<WorkerKind> kinds() {
        return points.stream().map(point -> point.trial().kind()).distinct().toList();
    }

    List<SpeedPoint> points(WorkerKind kind) {
        return points.stream().filter(point -> point.trial().kind() == kind).toList();
    }

    Optional<SpeedPoint> single(WorkerKind kind) {
        return points(kind).stream().filter(point -> point.workers() == 1).findFirst();
    }

    /** Returns where the time of a single worker of a kind goes. */
    Optional<RunParts> parts(WorkerKind kind) {
        return single(kind).flatMap(point -> RunParts.of(point.trial().label(), point.runs()));
    }

    /**
     * Returns the parts of the time of the very first run: one thread in a JVM that has not downloaded anything yet.
     */
    Optional<RunParts> coldParts() {
        return warmUps.stream()
                .findFirst()
                .filter(run -> run.settings().workers().kind() == WorkerKind.THREADS)
                .flatMap(run -> RunParts.of("the first run of all", List.of(run)));
    }

    /** Returns how many times faster a point is than one worker of its kind; NaN when that was not measured. */
    double speedup(SpeedPoint point) {
        return single(point.trial().kind())
                .map(single -> single.times().mean() / point.times().mean())
                .orElse(Double.NaN);
    }

    /**
     * Returns how much slower the last third of the runs was than the first third, each relative to the means of its
     * points, as a share; NaN with too few runs.
     */
    double drift() {
        int third = runs.size() / 3;
        if (third < 4 || points.stream().anyMatch(point -> point.runs().size() < 2)) {
            return Double.NaN;
        }
        return deviation(runs.subList(runs.size() - third, runs.size())) - deviation(runs.subList(0, third));
    }

    private double deviation(List<TrialRun> some) {
        return Summary.of(some, run -> run.seconds() / mean(run.trial()) - 1).mean();
    }

    private double mean(Trial trial) {
        return points.stream()
                .filter(point -> point.trial().equals(trial))
                .findFirst()
                .orElseThrow()
                .times()
                .mean();
    }
}
