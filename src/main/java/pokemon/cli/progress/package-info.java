/** Progress and messages during a run: a bar, lines, or nothing. */
package pokemon.cli.progress;
