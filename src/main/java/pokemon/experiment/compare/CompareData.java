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

    boolean isEmpty() {
        return trials.isEmpty();
    }

    /** Returns how many trials there are. */
    int size() {
        return trials.values().stream().mapToInt(List::size).sum();
    }

    /** Returns the points that have trials, by workload, strategy and number of workers. */
    List<ComparePoint> points() {
        return List.copyOf(trials.keySet());
    }

    /** Returns the numbers of workers that a combination was measured with, ascending. */
    List<Integer> workers(Workload workload, Strategy strategy) {
        return points().stream()
                .filter(point -> point.workload() == workload && point.strategy() == strategy)
                .map(ComparePoint::workers)
                .toList();
    }

    boolean has(Workload workload, Strategy strategy) {
        return !workers(workload, strategy).isEmpty();
    }

    /** Returns the trials of a point that has some, in the order they were made. */
    List<CompareTrial> trials(ComparePoint point) {
        return List.copyOf(trials.get(point));
    }

    /** Returns the wall times in seconds. */
    Optional<Summary> times(Workload workload, Strategy strategy, int workers) {
        return summary(new ComparePoint(workload, strategy, workers), CompareTrial::seconds);
    }

    /**
     * Returns the times of serial for the work of some workers. A fixed amount is measured once, whatever the number of
     * workers.
     */
    Optional<Summary> serial(Workload workload, int workers) {
        return times(workload, Strategy.SERIAL, settings.scaling() == Scaling.STRONG ? 1 : workers);
    }

    Optional<Summary> summary(ComparePoint point, ToDoubleFunction<CompareTrial> value) {
        return Optional.ofNullable(trials.get(point))
                .map(list -> Summary.of(list.stream().map(value::applyAsDouble).toList()));
    }

    /** Returns a mean that is NaN where nothing was measured. */
    double mean(ComparePoint point, ToDoubleFunction<CompareTrial> value) {
        return summary(point, value).map(Summary::mean).orElse(Double.NaN);
    }
}
