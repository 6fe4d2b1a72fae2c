/** Where images come from: a server, or the built-in mirror. */
package pokemon.source;
