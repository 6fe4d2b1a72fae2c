/**
 * The chunks of a PNG file: their places, checksums and order, and the contents of the header and the colour chunks.
 */
package pokemon.png.chunk;
