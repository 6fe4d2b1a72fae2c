/**
 * Tables of measured values, and the format of numbers. {@link pokemon.experiment.table.Column} is where a new measured
 * value starts.
 */
package pokemon.experiment.table;
