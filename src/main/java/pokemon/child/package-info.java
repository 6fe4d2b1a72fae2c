/**
 * The plumbing of child JVMs: starting one, talking to it over pipes, replacing it, and its own main method. The
 * child's side must start fast, so nothing here uses picocli, Jackson or a logging library. May import
 * {@code pokemon.download} and nothing else of ours.
 */
package pokemon.child;
