/**
 * Conversion to PNG by ImageIO.
 *
 * <p>{@link pokemon.png.convert.PngReencoder} decodes and encodes PNG, JPEG, GIF, WebP and TIFF images. Each format but
 * PNG has a class that checks that an image is complete before it is decoded.
 */
package pokemon.png.convert;
