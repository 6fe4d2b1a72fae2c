package pokemon.experiment.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import pokemon.experiment.compare.work.Scaling;
import pokemon.experiment.compare.work.Strategy;
import pokemon.experiment.compare.work.Timing;
import pokemon.experiment.compare.work.Workload;
import pokemon.experiment.statistics.Summary;

/** The trials of a comparison, by point. */
final class CompareData {
    private static final Comparator<ComparePoint> ORDER = Comparator.comparing(ComparePoint::workload)
            .thenComparing(ComparePoint::strategy)
            .thenComparing(ComparePoint::workers);

    private final CompareSettings settings;
    private final Map<ComparePoint, List<CompareTrial>> trials = new TreeMap<>(ORDER);

    CompareData(CompareSettings settings) {
        this.settings = settings;
    }

    CompareSettings settings() {
        return settings;
    }

    void add(CompareTrial trial) {
        trials.computeIfAbsent(trial.point(), point -> new ArrayList<>()).add(trial);
    }

    /** Returns the number of trials. */
    int size() {
        return trials.values().stream().mapToInt(List::size).sum();
    }

    /** Returns the measured points, by workload, strategy and number of workers. */
    List<ComparePoint> points() {
        return List.copyOf(trials.keySet());
    }

    /** Returns the trials of a measured point in the order they were made. */
    List<CompareTrial> trials(ComparePoint point) {
        return trials.get(point);
    }

    /** Returns all measured numbers of workers, ascending. */
    List<Integer> workers() {
        return points().stream().map(ComparePoint::workers).distinct().sorted().toList();
    }

    /** Returns the numbers of workers with a known time, ascending. */
    List<Integer> workers(Workload workload, Strategy strategy) {
        List<Integer> measured = points().stream()
                .filter(point -> point.workload() == workload && point.strategy() == strategy)
                .map(ComparePoint::workers)
                .toList();
        return measured.isEmpty() || !isMeasuredOnce(strategy) ? measured : settings.workers();
    }

    /** Returns the numbers of workers with known times of two strategies, ascending. */
    List<Integer> workers(Workload workload, Strategy one, Strategy other) {
        return workers(workload, one).stream()
                .filter(workers(workload, other)::contains)
                .toList();
    }

    /** Returns whether the time of a strategy does not depend on the number of workers. */
    private boolean isMeasuredOnce(Strategy strategy) {
        return strategy == Strategy.SERIAL && settings.scaling() == Scaling.STRONG;
    }

    boolean has(Workload workload, Strategy strategy) {
        return !workers(workload, strategy).isEmpty();
    }

    /** Returns the wall times in seconds. */
    Optional<Summary> times(Workload workload, Strategy strategy, int workers) {
        return summary(workload, strategy, workers, CompareTrial::seconds);
    }

    Optional<Summary> summary(Workload workload, Strategy strategy, int workers, ToDoubleFunction<CompareTrial> value) {
        ComparePoint point = new ComparePoint(workload, strategy, isMeasuredOnce(strategy) ? 1 : workers);
        return Optional.ofNullable(trials.get(point)).map(list -> Summary.of(list, value));
    }

    /** Returns the mean of a time in seconds, NaN where nothing was measured. */
    double mean(Workload workload, Strategy strategy, int workers, ToDoubleFunction<Timing> time) {
        return summary(workload, strategy, workers, trial -> time.applyAsDouble(trial.timing()))
                .orElse(Summary.UNKNOWN)
                .mean();
    }
}
