package pokemon.experiment.compare;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import pokemon.experiment.compare.work.Scaling;
import pokemon.experiment.compare.work.Strategy;
import pokemon.experiment.compare.work.Workload;

/**
 * What is compared.
 *
 * @param workloads what the workers do
 * @param strategies how; one that does not suit a workload is left out there
 * @param workers the numbers of workers, each at least 1, ascending
 * @param scaling what the amounts mean
 * @param amounts items of each workload, of each worker or of all as the scaling says, at least 1
 * @param latency how long the built-in mirror takes to answer
 * @param runs how often each point is measured, at least 1
 * @param seed what the order of the trials depends on
 */
public record CompareSettings(
        Set<Workload> workloads,
        Set<Strategy> strategies,
        List<Integer> workers,
        Scaling scaling,
        Map<Workload, Integer> amounts,
        Duration latency,
        int runs,
        long seed) {
    /**
     * Checks that nothing is empty, and copies.
     *
     * @throws IllegalArgumentException when something is
     */
    public CompareSettings {
        if (workloads.isEmpty() || strategies.isEmpty() || workers.isEmpty()) {
            throw new IllegalArgumentException("nothing to compare");
        }
        workloads = Collections.unmodifiableSet(new TreeSet<>(workloads));
        strategies = Collections.unmodifiableSet(new TreeSet<>(strategies));
        workers = List.copyOf(workers);
        amounts = Map.copyOf(amounts);
    }
}
