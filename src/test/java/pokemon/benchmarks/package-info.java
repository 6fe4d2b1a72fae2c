/** The least that any checking downloader has to do, to hold measured times against. */
package pokemon.benchmarks;
