/** The values of arguments, and how words become values. */
package pokemon.cli.value;
