/**
 * The load experiment: how the images of one download spread over its workers, and over time. Read
 * {@link pokemon.experiment.load.LoadExperiment} first. Imports the shared parts of {@code pokemon.experiment} and the
 * packages below, and no other experiment.
 */
package pokemon.experiment.load;
