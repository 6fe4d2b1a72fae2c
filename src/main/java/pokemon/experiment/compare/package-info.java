/**
 * The compare experiment: serial work, threads, processes and asynchronous requests for the same workloads. Read
 * {@link pokemon.experiment.compare.CompareExperiment} first.
 */
package pokemon.experiment.compare;
