/**
 * The files that a run writes.
 *
 * <p>{@link pokemon.download.output.ImagePublisher} writes an image to a temporary file and renames it;
 * {@link pokemon.download.output.OutputDirectory} knows the names.
 */
package pokemon.download.output;
