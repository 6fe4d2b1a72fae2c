/**
 * The experiments: what concurrency does to downloads, measured, drawn and put into words. May import
 * {@code pokemon.report}, {@code pokemon.schedule}, {@code pokemon.child}, {@code pokemon.download} and
 * {@code pokemon.mirror}; nothing here knows the command line.
 */
package pokemon.experiment;
