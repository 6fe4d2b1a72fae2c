/** The experiments as commands, and the options that they share. */
package pokemon.cli.experiment;
