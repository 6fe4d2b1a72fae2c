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
 * @param points what was measured, kind by kind, ascending numbers of workers
 * @param order the times of the runs that count, in the order they were made
 * @param incomplete how many runs were left out because images failed
 * @param stopped whether the experiment was stopped early
 * @param othersBefore others' share of the processors before the first trial
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

    SpeedData {
        warmUps = List.copyOf(warmUps);
        points = List.copyOf(points);
        order = List.copyOf(order);
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

    /** Returns how many times faster a point is than one worker of its kind; NaN when that was not measured. */
    double speedup(SpeedPoint point) {
        return single(point.trial().kind())
                .map(single -> single.times().mean() / point.times().mean())
                .orElse(Double.NaN);
    }

    /**
     * Returns how much slower than the mean of their points the last third of the runs was than the first third, as a
     * share; NaN when there are too few runs to tell.
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
