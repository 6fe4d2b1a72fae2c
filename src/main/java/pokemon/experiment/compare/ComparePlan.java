package pokemon.experiment.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import pokemon.experiment.compare.work.Scaling;
import pokemon.experiment.compare.work.Strategy;
import pokemon.experiment.compare.work.Workload;

/** Which points are measured, and in which order. */
final class ComparePlan {
    private final CompareSettings settings;
    private final boolean virtualThreads;

    /** Plans a comparison for a JVM with or without virtual threads. */
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
        // What serial takes for a fixed amount does not depend on a number of workers that it does not have.
        boolean once = strategy.isAside() || (strategy == Strategy.SERIAL && settings.scaling() == Scaling.STRONG);
        return once ? List.of(1) : settings.workers();
    }

    /** Returns a point of each kind, with few workers, to run before anything is measured. */
    List<ComparePoint> warmUp() {
        return points().stream().map(ComparePlan::warmUp).distinct().toList();
    }

    private static ComparePoint warmUp(ComparePoint point) {
        return new ComparePoint(point.workload(), point.strategy(), point.workers() == 1 && onlyAlone(point) ? 1 : 2);
    }

    private static boolean onlyAlone(ComparePoint point) {
        return point.strategy() == Strategy.SERIAL || point.strategy().isAside();
    }

    /**
     * Returns how long a point will take.
     *
     * @param warmUp what the points of the warm-up took
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

    /** Returns the points of one round in random order, another one for each round. */
    List<ComparePoint> round(int run) {
        List<ComparePoint> points = new ArrayList<>(points());
        Collections.shuffle(points, new Random(settings.seed() + run));
        return points;
    }
}
