/**
 * The chunks of a PNG file: where they are, whether their checksums hold, which order they keep, and what the header
 * and the colour chunks say.
 */
package pokemon.png.chunk;
