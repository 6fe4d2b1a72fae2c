package pokemon.experiment;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is compared.
 *
 * @param workloads what the workers do
 * @param strategies how; one that does not suit a workload is left out there
 * @param workers the numbers of workers, each at least 1
 * @param scaling what the amounts mean
 * @param amounts items of each workload, of each worker or of all as the scaling says, at least 1
 * @param runs how often each point is measured, at least 1
 * @param seed what the order of the trials depends on
 */
record CompareSettings(
        Set<Workload> workloads,
        Set<Strategy> strategies,
        List<Integer> workers,
        Scaling scaling,
        Map<Workload, Integer> amounts,
        int runs,
        long seed) {}
