/**
 * The race experiment: what happens when workers draw ids from counters that are safe, and from one that is not. Read
 * {@link pokemon.experiment.race.RaceExperiment} first. Imports the shared parts of {@code pokemon.experiment}, and
 * neither another experiment nor anything that downloads.
 */
package pokemon.experiment.race;
