/**
 * The compare experiment: the same work done one after the other, with threads, with processes and asynchronously. What
 * is tried and what it says is here, the doing is in {@code compare.work}. Imports that, the shared parts of
 * {@code pokemon.experiment} and the mirror, and no other experiment.
 */
package pokemon.experiment.compare;
