/**
 * The load experiment: how the images of one download spread over its workers, and over time. Read
 * {@link pokemon.experiment.load.LoadExperiment} first.
 */
package pokemon.experiment.load;
