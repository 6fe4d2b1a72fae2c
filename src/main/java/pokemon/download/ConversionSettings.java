package pokemon.download;

import pokemon.png.chunk.Checks;

/**
 * How a fetched image becomes the PNG that is saved.
 *
 * @param maxPixels largest accepted width times height, at least 1
 */
public record ConversionSettings(ReencodeMode reencode, Checks checks, long maxPixels) {
    /** Default of {@link #maxPixels}: 50 megapixels. */
    public static final long MAX_PIXELS = 50_000_000;

    public static final ConversionSettings DEFAULT =
            new ConversionSettings(ReencodeMode.AUTO, Checks.LENIENT, MAX_PIXELS);

    /** Refuses a limit that accepts no image, with an {@link IllegalArgumentException}. */
    public ConversionSettings {
        if (maxPixels < 1) {
            throw new IllegalArgumentException("a size limit must be at least 1");
        }
    }

    public ConversionSettings withReencode(ReencodeMode other) {
        return new ConversionSettings(other, checks, maxPixels);
    }
}
