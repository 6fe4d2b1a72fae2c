/** The commands: each turns its options into settings, makes one call, and returns an exit code. */
package pokemon.cli.command;
