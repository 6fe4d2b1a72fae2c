/** The values of arguments, and their conversion from text. */
package pokemon.cli.value;
