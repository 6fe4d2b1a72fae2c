package pokemon.experiment.compare;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import pokemon.experiment.compare.work.Scaling;
import pokemon.experiment.compare.work.Strategy;
import pokemon.experiment.compare.work.Workload;
import pokemon.report.TraceFile;

/**
 * What is compared.
 *
 * @param workloads what the workers do
 * @param strategies how they do it; a strategy that does not suit a workload is left out there
 * @param workers the numbers of workers, each at least 1, ascending
 * @param amounts items of each workload, for each worker or for all depending on the scaling, at least 1
 * @param latency time until the built-in mirror answers
 * @param jvmArguments the user's arguments for child JVMs
 * @param trace takes what each worker did
 * @param runs how often each point is measured, at least 1
 * @param seed of the random order of the trials
 */
public record CompareSettings(
        SortedSet<Workload> workloads,
        SortedSet<Strategy> strategies,
        List<Integer> workers,
        Scaling scaling,
        Map<Workload, Integer> amounts,
        Duration latency,
        List<String> jvmArguments,
        Optional<TraceFile> trace,
        int runs,
        long seed) {}
