/**
 * Statistics that more than one experiment needs: sums of samples, their spread, and how far a number could be off.
 * Imports the JDK alone.
 */
package pokemon.experiment.statistics;
