/**
 * Measuring downloads: a {@link pokemon.experiment.measure.Trial} is one way to run a range of ids, and a
 * {@link pokemon.experiment.measure.TrialRunner} runs it with the scheduler of real downloads.
 */
package pokemon.experiment.measure;
