/** Inflates and checks the pixel data of a PNG file row by row, without a decoded image in memory. */
package pokemon.png.pixel;
