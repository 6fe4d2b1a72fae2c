/**
 * The race experiment: what happens when workers draw ids from safe counters and from an unsafe one. Read
 * {@link pokemon.experiment.race.RaceExperiment} first.
 */
package pokemon.experiment.race;
