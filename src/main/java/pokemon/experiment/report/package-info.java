/**
 * The report of an experiment, with its tables, pictures and sentences, and its formats: text, CSV, gnuplot data, JSON
 * and one HTML page. {@link pokemon.experiment.report.Column} is where a new measured value starts.
 */
package pokemon.experiment.report;
