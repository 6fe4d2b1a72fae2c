/**
 * The image format: says what bytes are, checks a PNG completely, and writes verified or converted images as PNG. It
 * works on byte arrays only and knows no files, network or ids. It imports the JDK and nothing of ours.
 */
package pokemon.png;
