package pokemon.png.convert;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import pokemon.png.ImageKind;
import pokemon.png.PngFile;
import pokemon.png.chunk.BadImageException;
import pokemon.png.chunk.PngHeader;

/**
 * Decodes a PNG, JPEG, GIF, WebP or TIFF image with ImageIO and encodes it as PNG, in memory.
 *
 * <p>ImageIO fills in missing pixels without a word, so each image is first checked to be complete. Of a PNG, ImageIO
 * gets the chunks that the pixels depend on only, so that no other chunk can confuse it.
 */
public final class PngReencoder {
    private PngReencoder() {}

    /** Shares the heap among images that are decoded at the same time; a very large one is decoded alone. */
    private static final class DecodingMemory {
        /** For the image, what the encoder makes of it, and the bytes of both. */
        private static final int BYTES_PER_PIXEL = 16;

        private static final int MEGABYTES = (int)
                Math.max(1, Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() >> 20));

        private static final Semaphore HEAP = new Semaphore(MEGABYTES, true);

        @FunctionalInterface
        interface Conversion {
            byte[] run() throws IOException;
        }

        /** Converts an image as soon as its pixels fit into the heap beside those being converted, if any. */
        static byte[] convert(long pixels, Conversion conversion) throws IOException {
            int megabytes = (int) Math.min(MEGABYTES, (pixels * BYTES_PER_PIXEL) >> 20);
            HEAP.acquireUninterruptibly(megabytes);
            try {
                return conversion.run();
            } finally {
                HEAP.release(megabytes);
            }
        }
    }

    /**
     * Converts the first {@code length} bytes, an image of any of these formats; of an animation, the first frame.
     *
     * @param maxPixels the most pixels that are decoded, width times height
     * @return a PNG that {@link PngFile#verify} accepts, with exactly the pixels of the source; the same bytes for the
     *     same source and Java runtime
     * @throws BadImageException when the bytes are no such image, are damaged or not complete, or are above the limit
     * @throws ImageMemoryException when memory does not suffice for it
     * @throws IndexOutOfBoundsException when {@code length} is not within the array
     */
    public static byte[] reencode(byte[] bytes, int length, long maxPixels) throws IOException {
        ImageKind kind = ImageKind.of(bytes, length);
        return switch (kind) {
            case PNG -> reencode(PngFile.verify(bytes, length, maxPixels));
            case JPEG -> reencode(kind, bytes, length, maxPixels, JpegCheck.requireWhole(bytes, length));
            case TIFF -> reencode(kind, bytes, length, maxPixels, TiffCheck.requireWhole(bytes, length, maxPixels));
            case GIF -> reencodeGif(bytes, length, maxPixels);
            case WEBP -> reencodeWebp(WebpCheck.requireWhole(bytes, length), maxPixels);
            default -> throw kind.unconvertible();
        };
    }

    private static byte[] reencode(ImageKind kind, byte[] bytes, int length, long maxPixels, int orientation)
            throws IOException {
        return DecodingMemory.convert(ImageIoCodec.pixels(kind, bytes, length, maxPixels), () -> {
            BufferedImage image = ImageIoCodec.decode(kind, bytes, length, maxPixels);
            return encode(Orientation.upright(writable(image), orientation));
        });
    }

    private static byte[] reencodeWebp(WebpCheck.Frame frame, long maxPixels) throws IOException {
        byte[] file = frame.file().array();
        frame.canvas().requireAtMost(maxPixels);
        return DecodingMemory.convert(ImageIoCodec.pixels(ImageKind.WEBP, file, file.length, maxPixels), () -> {
            BufferedImage image = ImageIoCodec.decode(ImageKind.WEBP, file, file.length, maxPixels);
            return encode(frame.shown(writable(image)));
        });
    }

    private static byte[] reencodeGif(byte[] bytes, int length, long maxPixels) throws IOException {
        GifCheck.Frame frame = GifCheck.requireWhole(bytes, length);
        frame.canvas().requireAtMost(maxPixels);
        byte[] readable = frame.readable(bytes);
        return DecodingMemory.convert(frame.canvas().pixels(), () -> {
            BufferedImage image = ImageIoCodec.decode(ImageKind.GIF, readable, length, maxPixels);
            return encode(frame.shown(image, bytes));
        });
    }

    /**
     * Decodes and encodes a verified image. An image whose pixels ImageIO does not keep is written anew from its own
     * chunks instead.
     *
     * @return a PNG that {@link PngFile#verify} accepts, with exactly the pixels of the source
     * @throws BadImageException when ImageIO does not take the image
     * @throws ImageMemoryException when memory does not suffice for it
     * @see PngFile#imageIoKeepsPixels
     */
    public static byte[] reencode(PngFile file) throws IOException {
        if (!file.imageIoKeepsPixels()) {
            return file.withColors(file.withoutColors());
        }
        byte[] bytes = file.toDecode();
        PngHeader header = file.header();
        boolean trueColor = file.isPlain() && header.bitDepth() == 8 && header.channels() >= 3;
        return DecodingMemory.convert(header.pixels(), () -> {
            BufferedImage image = trueColor
                    ? ImageIoCodec.decodeTrueColor(bytes)
                    : ImageIoCodec.decode(ImageKind.PNG, bytes, bytes.length, Long.MAX_VALUE);
            return file.withColors(encode(image));
        });
    }

    private static byte[] encode(BufferedImage image) throws IOException {
        byte[] png = ImageIoCodec.encode(image);
        if (image.getColorModel() instanceof IndexColorModel) {
            // The encoder writes indexes beyond the palette without an error.
            PngFile.verify(png, png.length, Long.MAX_VALUE);
        }
        return png;
    }

    /**
     * Returns an image with the same colours in a PNG: the encoder drops a colour profile, and does not scale samples
     * of five or six bits as the decoder does.
     */
    private static BufferedImage writable(BufferedImage image) {
        ColorModel colors = image.getColorModel();
        if (colors instanceof IndexColorModel || hasPlainSamples(colors)) {
            return image;
        }
        int type = colors.hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        return Canvas.drawn(image, new BufferedImage(image.getWidth(), image.getHeight(), type), 0, 0);
    }

    private static boolean hasPlainSamples(ColorModel colors) {
        ColorSpace space = colors.getColorSpace();
        boolean known = space.isCS_sRGB() || space.equals(ColorSpace.getInstance(ColorSpace.CS_GRAY));
        return known
                && colors instanceof ComponentColorModel
                && (hasSamples(colors, DataBuffer.TYPE_BYTE, 8) || hasSamples(colors, DataBuffer.TYPE_USHORT, 16))
                && !colors.isAlphaPremultiplied();
    }

    private static boolean hasSamples(ColorModel colors, int type, int bits) {
        return colors.getTransferType() == type
                && Arrays.stream(colors.getComponentSize()).allMatch(size -> size == bits);
    }
}
