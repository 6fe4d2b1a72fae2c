/** Diagnostics through SLF4J: the log of a run, and where slf4j-simple writes it. */
package pokemon.cli.log;
