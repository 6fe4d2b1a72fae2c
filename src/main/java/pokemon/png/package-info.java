/**
 * The PNG format.
 *
 * <p>{@link pokemon.png.PngFile} checks an image completely and writes it anew. {@link pokemon.png.ImageKind}
 * recognises other formats. Nothing here knows the network or ids.
 */
package pokemon.png;
