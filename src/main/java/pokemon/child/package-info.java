/**
 * Child JVMs: their start, the protocol on their pipes, their replacement, and their main method.
 *
 * <p>A child must start fast, so nothing here uses picocli, Jackson or a logging library.
 */
package pokemon.child;
