package pokemon.experiment.speed;

import java.util.List;
import java.util.Optional;
import pokemon.experiment.measure.Trial;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.WorkerKind;

/**
 * What was measured.
 *
 * @param warmUps the runs that do not count, one worker each, in the order they were made
 * @param points the runs that count, kind by kind, ascending numbers of workers
 * @param order the times of the runs that count, in the order they were made
 * @param incomplete the number of runs that do not count because images failed
 * @param stopped whether the experiment was stopped early
 * @param othersBefore CPU share of other programs before the first trial, NaN when unknown
 * @param othersAfter the same after the last
 */
record SpeedData(
        List<RunReport> warmUps,
        List<SpeedPoint> points,
        List<Timed> order,
        int incomplete,
        boolean stopped,
        double othersBefore,
        double othersAfter) {
    /** One run that counts. */
    record Timed(Trial trial, double seconds) {}

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

    /** Returns where the time of the very first run goes: one thread in a JVM that has not downloaded anything yet. */
    Optional<RunParts> coldParts() {
        return warmUps.stream()
                .limit(1)
                .filter(run -> run.settings().workers().kind() == WorkerKind.THREADS)
                .findFirst()
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
        int third = order.size() / 3;
        if (third < 4 || points.stream().anyMatch(point -> point.runs().size() < 2)) {
            return Double.NaN;
        }
        return deviation(order.subList(order.size() - third, order.size())) - deviation(order.subList(0, third));
    }

    private double deviation(List<Timed> some) {
        return some.stream()
                .mapToDouble(timed -> timed.seconds / mean(timed.trial) - 1)
                .average()
                .orElseThrow();
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
