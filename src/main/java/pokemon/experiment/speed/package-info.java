/**
 * The speed experiment: how the time of a download depends on the number of threads or processes. Read
 * {@link pokemon.experiment.speed.SpeedExperiment} first.
 */
package pokemon.experiment.speed;
