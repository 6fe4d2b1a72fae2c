/**
 * Conversion to PNG by ImageIO.
 *
 * <p>{@link pokemon.png.convert.PngReencoder} decodes and encodes PNG, JPEG, GIF, WebP and TIFF images. Each format but
 * PNG has a class that checks an image to be whole before it is decoded.
 */
package pokemon.png.convert;
