/** The settings, events and results of a run. */
package pokemon.schedule.run;
