package pokemon.experiment.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Estimates the time of planned trials from the trials of their group that have ended.
 *
 * <p>The expected time of a trial is multiplied by the measured over the expected time of the ended trials with the
 * closest number of workers. Closeness is a ratio. So a trial that was measured before is expected to take as long
 * again.
 */
final class TimeEstimate {
    /** Ratios of numbers of workers that differ by less are equal. */
    private static final double ROUNDING = 1e-9;

    private final Map<Object, List<Measured>> groups = new HashMap<>();

    private record Measured(PlannedTrial<?> trial, double seconds) {
        double distance(PlannedTrial<?> other) {
            return Math.abs(Math.log((double) trial.workers() / other.workers()));
        }

        double ratio() {
            return seconds / trial.expected();
        }
    }

    void add(PlannedTrial<?> trial, double seconds) {
        groups.computeIfAbsent(trial.group(), group -> new ArrayList<>()).add(new Measured(trial, seconds));
    }

    /** Returns the seconds of some trials, empty while a group of them has no measured trial. */
    OptionalDouble of(Collection<? extends PlannedTrial<?>> trials) {
        return trials.stream().allMatch(trial -> groups.containsKey(trial.group()))
                ? OptionalDouble.of(trials.stream().mapToDouble(this::seconds).sum())
                : OptionalDouble.empty();
    }

    private double seconds(PlannedTrial<?> trial) {
        List<Measured> group = groups.get(trial.group());
        double closest = group.stream()
                .mapToDouble(measured -> measured.distance(trial))
                .min()
                .orElseThrow();
        List<Measured> nearest = group.stream()
                .filter(measured -> measured.distance(trial) < closest + ROUNDING)
                .toList();
        boolean onlyWarm = nearest.stream().anyMatch(measured -> !measured.trial.isWarmUp());
        double ratio = nearest.stream()
                .filter(measured -> !(onlyWarm && measured.trial.isWarmUp()))
                .mapToDouble(Measured::ratio)
                .average()
                .orElseThrow();
        return trial.expected() * ratio;
    }
}
