/**
 * The workloads of the compare experiment and the strategies to do them.
 * {@link pokemon.experiment.compare.work.Workload} defines an item, and
 * {@link pokemon.experiment.compare.work.Strategy} a way to do the items. A child JVM runs this package too.
 */
package pokemon.experiment.compare.work;
