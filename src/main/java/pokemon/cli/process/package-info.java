/** The environment of the program: variables, terminal, standard streams, signals, exit codes, version. */
package pokemon.cli.process;
