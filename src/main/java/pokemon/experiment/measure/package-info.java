/**
 * Measuring downloads: a {@link pokemon.experiment.measure.Trial} is one way to run a range of ids, and a
 * {@link pokemon.experiment.measure.TrialRunner} runs it with the scheduler that downloads use too. Imports the
 * packages below experiments and the mirror, and no other part of {@code pokemon.experiment}.
 */
package pokemon.experiment.measure;
