/** Diagnostics through SLF4J: what is logged of a run, and where slf4j-simple writes it. */
package pokemon.cli.log;
