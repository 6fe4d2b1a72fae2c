/** Prints the result of a run: the summary for people and the report as JSON. */
package pokemon.cli.result;
