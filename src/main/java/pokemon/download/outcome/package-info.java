/** The outcome of an attempt: saved, skipped or failed, and why. */
package pokemon.download.outcome;
