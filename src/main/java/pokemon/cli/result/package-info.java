/** The result of a run on its way out: the summary for people and the report as JSON. */
package pokemon.cli.result;
