/**
 * The files that a run writes.
 *
 * <p>{@link pokemon.download.output.ImageFileWriter} writes an image to a temporary file and renames it;
 * {@link pokemon.download.output.OutputDirectory} knows the names of images, and
 * {@link pokemon.download.output.TemporaryFileName} those of temporary files.
 */
package pokemon.download.output;
