/** Options that several commands share, and the conversion of their values. */
package pokemon.cli.option;
