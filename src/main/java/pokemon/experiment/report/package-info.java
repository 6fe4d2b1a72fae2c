/**
 * The report of an experiment, with its tables, pictures and sentences, and its formats: text, JSON and one HTML page.
 */
package pokemon.experiment.report;
