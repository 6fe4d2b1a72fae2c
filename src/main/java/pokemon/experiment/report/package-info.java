/**
 * What an experiment leaves: results, tables, pictures, findings and doubts, and how they are written as text, CSV,
 * JSON and one HTML page. Imports {@code chart} and {@code statistics} of {@code pokemon.experiment}, and of the rest
 * {@code pokemon.report} for what describes the machine.
 */
package pokemon.experiment.report;
