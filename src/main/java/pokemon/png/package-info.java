/**
 * The image format: says what bytes are, checks a PNG completely, and writes verified or converted images as PNG. It
 * works on byte arrays and knows no network and no ids; files only where an image is read from one. It imports the JDK,
 * the readers of other formats and nothing of ours.
 */
package pokemon.png;
