/** What goes into a run and what comes out of it: settings, events, results. */
package pokemon.schedule.run;
