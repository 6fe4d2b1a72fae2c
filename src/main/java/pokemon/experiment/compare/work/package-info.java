/**
 * The work that the compare experiment gives out, and the ways to do it:
 * {@link pokemon.experiment.compare.work.Workload} says what an item is,
 * {@link pokemon.experiment.compare.work.Strategy} who does the items. Imports {@code pokemon.download} and no other
 * part of {@code pokemon.experiment}, because a child JVM runs it too.
 */
package pokemon.experiment.compare.work;
