package pokemon.png.convert;

import java.awt.image.BufferedImage;
import java.io.IOException;
import pokemon.png.PngFile;
import pokemon.png.chunk.BadImageException;

/** Turns PNG images into pixels and back for those who draw. */
public final class PngPixels {
    /** Deflater level 9. */
    private static final float SMALLEST = 0;

    private PngPixels() {}

    /**
     * Decodes an image that was verified, at full size or thinned out.
     *
     * <p>Of the few forms that {@link PngFile#imageIoKeepsPixels} names, some pixels may be transparent that should not
     * be, or the other way round.
     *
     * @param most the most columns, and the most rows, of the result; of more, only each second, third and so on is
     *     taken
     * @throws BadImageException when ImageIO does not take the image
     */
    public static BufferedImage decode(PngFile file, int most) throws IOException {
        return ImageIoCodec.decodeSubsampled(file.withoutColors(), most);
    }

    /**
     * Encodes an image at the usual pace; the same image gives the same bytes.
     *
     * @throws BadImageException when ImageIO does not take the image
     */
    public static byte[] encode(BufferedImage image) throws IOException {
        return ImageIoCodec.encode(image);
    }

    /**
     * Encodes an image as small as it gets, which takes its time; the same image gives the same bytes.
     *
     * @throws BadImageException when ImageIO does not take the image
     */
    public static byte[] encodeSmall(BufferedImage image) throws IOException {
        return ImageIoCodec.encode(image, SMALLEST);
    }
}
