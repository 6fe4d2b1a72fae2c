/** What surrounds the program: environment, terminal, standard streams, signals, exit codes, version. */
package pokemon.cli.process;
