/** The trace of an attempt at an image: its requests, and the time of each phase. */
package pokemon.download.trace;
