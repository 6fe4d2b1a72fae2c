package pokemon.experiment.compare;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import pokemon.experiment.compare.work.Scaling;
import pokemon.experiment.compare.work.Strategy;
import pokemon.experiment.compare.work.Workload;

/** Settings with all workloads and strategies. */
final class CompareFixtures {
    private CompareFixtures() {}

    static CompareSettings settings(List<Integer> workers, Scaling scaling, int items, Duration latency) {
        return settings(
                workers, scaling, Map.of(Workload.CPU, items, Workload.IO, items, Workload.MIXED, items), latency);
    }

    static CompareSettings settings(
            List<Integer> workers, Scaling scaling, Map<Workload, Integer> amounts, Duration latency) {
        return new CompareSettings(
                new TreeSet<>(List.of(Workload.values())),
                new TreeSet<>(List.of(Strategy.values())),
                workers,
                scaling,
                amounts,
                latency,
                List.of(),
                Optional.empty(),
                3,
                1);
    }
}
