/**
 * The workloads of the compare experiment and the strategies to do them.
 * {@link pokemon.experiment.compare.work.Workload} is what an item is, {@link pokemon.experiment.compare.work.Strategy}
 * is who does the items. A child JVM runs this package too.
 */
package pokemon.experiment.compare.work;
