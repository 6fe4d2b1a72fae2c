package pokemon.experiment.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import pokemon.experiment.compare.work.Scaling;
import pokemon.experiment.compare.work.Strategy;
import pokemon.experiment.compare.work.Workload;

/** The measured points and their order. */
final class ComparePlan {
    private final CompareSettings settings;
    private final boolean virtualThreads;

    ComparePlan(CompareSettings settings, boolean virtualThreads) {
        this.settings = settings;
        this.virtualThreads = virtualThreads;
    }

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
        boolean alone = point.strategy() == Strategy.SERIAL || point.strategy().isVariantOfSerial();
        return new ComparePoint(point.workload(), point.strategy(), point.workers() == 1 && alone ? 1 : 2);
    }

    /**
     * Returns the expected time of a point.
     *
     * @param warmUp the times of the warm-up, in any unit
     * @return in the same unit
     */
    double expected(ComparePoint point, Map<ComparePoint, Double> warmUp) {
        ComparePoint tried = warmUp(point);
        boolean waitsTogether = point.workload() == Workload.IO
                && point.strategy() != Strategy.SERIAL
                && point.strategy() != Strategy.PROCESSES;
        boolean grows = settings.scaling() == Scaling.WEAK && !waitsTogether;
        return warmUp.getOrDefault(tried, 1.0) * (grows ? (double) point.workers() / tried.workers() : 1);
    }

    /** Returns all points in random order, in a different order for each round. */
    List<ComparePoint> round(int run) {
        List<ComparePoint> points = new ArrayList<>(points());
        Collections.shuffle(points, new Random(settings.seed() + run));
        return points;
    }
}
