/**
 * The command line: its entry, its exit codes, and what it needs of the terminal and the system.
 *
 * <p>{@link pokemon.cli.PokemonCli} parses the arguments and calls a command. Nothing here has logic of its own.
 */
package pokemon.cli;
