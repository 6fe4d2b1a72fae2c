/** Writes the manual pages and the shell completion from the model of the command line. The build calls it. */
package pokemon.cli.manual;
