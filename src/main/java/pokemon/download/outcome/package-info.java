/** What became of an attempt, and why it failed. */
package pokemon.download.outcome;
