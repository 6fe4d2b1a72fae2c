/** What a run tells while it goes on: a bar, lines, or nothing, and messages. */
package pokemon.cli.progress;
