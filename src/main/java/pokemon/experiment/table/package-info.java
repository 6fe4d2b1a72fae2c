/**
 * Tables of measured values, and how numbers are written. {@link pokemon.experiment.table.Column} is where a new
 * measured value starts.
 */
package pokemon.experiment.table;
