package pokemon.experiment.compare;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                EnumSet.allOf(Workload.class),
                EnumSet.allOf(Strategy.class),
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
