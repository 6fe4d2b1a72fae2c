/** How tests start the program: in this JVM, or in a JVM of its own. */
package pokemon.launch;
