package pokemon.experiment.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import pokemon.experiment.compare.work.Scaling;
import pokemon.experiment.compare.work.Strategy;
import pokemon.experiment.compare.work.Workload;
import pokemon.experiment.plan.PlannedTrial;
import pokemon.experiment.plan.WorkModel;
import pokemon.schedule.run.WorkerKind;

/**
 * The measured points and their order.
 *
 * @param virtualThreads whether this JVM has them
 */
record ComparePlan(CompareSettings settings, boolean virtualThreads) {
    /** Returns every point once, in the order of the settings. */
    List<ComparePoint> points() {
        List<ComparePoint> points = new ArrayList<>();
        for (Workload workload : settings.workloads()) {
            for (Strategy strategy : settings.strategies()) {
                if (strategy.suits(workload) && (strategy != Strategy.VIRTUAL || virtualThreads)) {
                    workers(strategy).forEach(workers -> points.add(new ComparePoint(workload, strategy, workers)));
                }
            }
        }
        return points;
    }

    private List<Integer> workers(Strategy strategy) {
        // The time of serial for a fixed amount of work does not depend on the number of workers.
        boolean once =
                strategy.isVariantOfSerial() || (strategy == Strategy.SERIAL && settings.scaling() == Scaling.STRONG);
        return once ? List.of(1) : settings.workers();
    }

    /** Returns the points of the warm-up: each combination once, with at most 2 workers. */
    List<ComparePoint> warmUp() {
        return points().stream().map(ComparePlan::warmUp).distinct().toList();
    }

    private static ComparePoint warmUp(ComparePoint point) {
        boolean alone = point.workers() == 1 && point.strategy().isSerial();
        return new ComparePoint(point.workload(), point.strategy(), alone ? 1 : 2);
    }

    /** Returns all trials in the order of running: the warm-up, then rounds of all points. */
    List<PlannedTrial<ComparePoint>> planned(int processors) {
        List<PlannedTrial<ComparePoint>> planned = new ArrayList<>();
        warmUp().forEach(point -> planned.add(planned(point, processors, true)));
        for (int run = 0; run < settings.runs(); run++) {
            round(run).forEach(point -> planned.add(planned(point, processors, false)));
        }
        return planned;
    }

    private PlannedTrial<ComparePoint> planned(ComparePoint point, int processors, boolean isWarmUp) {
        Workload workload = point.workload();
        Strategy strategy = point.strategy();
        int items = settings.scaling().total(settings.amounts().get(workload), point.workers());
        double latency = workload.usesNetwork() ? settings.latency().toNanos() / 1e9 : 0;
        double expected = new WorkModel(items * latency, items * cpuSeconds(workload), processors)
                .seconds(
                        strategy == Strategy.PROCESSES ? WorkerKind.PROCESSES : WorkerKind.THREADS,
                        strategy.isSerial() ? 1 : point.workers());
        return new PlannedTrial<>(
                point, point.label(), List.of(workload, strategy), point.workers(), expected, isWarmUp);
    }

    /** Returns roughly the CPU seconds of an item. */
    private static double cpuSeconds(Workload workload) {
        return switch (workload) {
            case CPU, IO -> 0.001;
            case MIXED -> 0.02;
        };
    }

    /** Returns all points in random order, in a different order for each round. */
    List<ComparePoint> round(int run) {
        List<ComparePoint> points = new ArrayList<>(points());
        Collections.shuffle(points, new Random(settings.seed() + run));
        return points;
    }
}
