/** The groups of options of the commands, and the conversion of their values. */
package pokemon.cli.option;
