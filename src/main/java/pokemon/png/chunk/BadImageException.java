package pokemon.png.chunk;

import java.io.IOException;

/**
 * Reports bytes that are no acceptable image.
 *
 * <p>The message is a short clause without a final period that reads well after a colon, such as "the image ends early:
 * no IEND chunk".
 */
public final class BadImageException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean damage;

    private BadImageException(String message, boolean damage) {
        super(message);
        this.damage = damage;
    }

    /** Creates an exception for a damaged or incomplete image, with the reason as a short clause. */
    public BadImageException(String message) {
        this(message, true);
    }

    /** Creates an exception for a damaged image, with the reason as a short clause and the exception of the decoder. */
    public BadImageException(String message, Throwable cause) {
        super(message, cause);
        this.damage = true;
    }

    /** Creates an exception for undamaged bytes that are refused: no image, above a limit, of an unsupported form. */
    public static BadImageException refused(String message) {
        return new BadImageException(message, false);
    }

    /** Refuses an image whose width times height are more pixels than that. */
    public static void requireAtMost(long maxPixels, int width, int height) throws BadImageException {
        if ((long) width * height > maxPixels) {
            throw refused(width + "x" + height + " pixels are above the limit of " + maxPixels);
        }
    }

    public static BadImageException ofIndex(int index, int colors) {
        return new BadImageException("a pixel has the index " + index + ", but the palette has only " + colors
                + (colors == 1 ? " colour (0)" : " colours (0 to " + (colors - 1) + ")"));
    }

    /** Returns a number of bytes in words, with further words between the number and the unit. */
    public static String bytes(long number, String... between) {
        return number + " " + String.join("", between) + (number == 1 ? "byte" : "bytes");
    }

    /** Returns whether the image is damaged or incomplete, so that another copy of it may be whole. */
    public boolean isDamage() {
        return damage;
    }
}
