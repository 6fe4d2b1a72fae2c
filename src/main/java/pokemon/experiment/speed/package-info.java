/**
 * The speed experiment: how the time of a download depends on the number of threads or processes. Read
 * {@link pokemon.experiment.speed.SpeedExperiment} first. Imports the shared parts of {@code pokemon.experiment} and
 * the packages below, and no other experiment.
 */
package pokemon.experiment.speed;
