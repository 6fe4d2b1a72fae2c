/**
 * The command line. {@link pokemon.cli.PokemonCli} parses the arguments and calls a command; {@code ExceptionHandlers}
 * turn exceptions into messages and exit codes.
 */
package pokemon.cli;
