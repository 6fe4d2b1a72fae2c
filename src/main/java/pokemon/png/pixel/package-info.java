/** The pixel data of a PNG file: it is inflated and checked row by row, without a decoded image in memory. */
package pokemon.png.pixel;
