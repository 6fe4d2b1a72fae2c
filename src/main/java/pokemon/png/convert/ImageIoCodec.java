package pokemon.png.convert;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import pokemon.png.ImageKind;
import pokemon.png.PngFile;
import pokemon.png.chunk.BadImageException;

/**
 * Decodes and encodes with ImageIO, in memory only; each of its warnings counts as a failure.
 *
 * <p>The convenience methods of {@link ImageIO} open a cache file in {@code java.io.tmpdir}, return null when that
 * fails, and drop the warnings of the decoder.
 */
public final class ImageIoCodec {
    /** Deflater level 1: a fifth less time than the default level 4 for about an eighth more bytes. */
    private static final float COMPRESSION_QUALITY = 0.9f;

    /** Deflater level 9. */
    private static final float SMALLEST = 0;

    /** Warnings about profiles. A useless profile is ignored, as in browsers; the pixels are complete. */
    private static final Pattern ABOUT_PROFILES = Pattern.compile("(?s).*\\b(ICC|ICC_PROFILE)\\b.*");

    static {
        // For plug-ins that open streams of their own.
        ImageIO.setUseCache(false);
    }

    private ImageIoCodec() {}

    /** Decodes the first image of the bytes, all of it and without a warning. */
    static BufferedImage decode(ImageKind kind, byte[] bytes, int length, long maxPixels) throws IOException {
        return use(kind, bytes, length, maxPixels, reader -> reader.read(0, reader.getDefaultReadParam()));
    }

    /**
     * Decodes a PNG image of 8-bit colours without a palette or tRNS chunk.
     *
     * <p>The samples stay in the order of the file. By default they are in reverse order, for which decoder and encoder
     * loop over all samples; in order, they copy row by row.
     */
    static BufferedImage decodeTrueColor(byte[] png) throws IOException {
        return use(ImageKind.PNG, png, png.length, Long.MAX_VALUE, reader -> {
            ImageReadParam param = reader.getDefaultReadParam();
            param.setDestinationType(reader.getRawImageType(0));
            return reader.read(0, param);
        });
    }

    /**
     * Decodes a verified PNG image; of a large one only each second, third or further column and row.
     *
     * <p>Of the few forms that {@link PngFile#imageIoKeepsPixels} names, some pixels are wrongly transparent or opaque.
     *
     * @param max the most columns, and the most rows, of the result
     * @throws BadImageException when ImageIO does not take the image
     */
    public static BufferedImage decodeSubsampled(PngFile file, int max) throws IOException {
        byte[] png = file.withoutColors();
        return use(ImageKind.PNG, png, png.length, Long.MAX_VALUE, reader -> {
            ImageReadParam param = reader.getDefaultReadParam();
            int columnStep = 1 + (reader.getWidth(0) - 1) / max;
            int rowStep = 1 + (reader.getHeight(0) - 1) / max;
            param.setSourceSubsampling(columnStep, rowStep, 0, 0);
            return reader.read(0, param);
        });
    }

    /** Returns how many pixels the first image of the bytes has. */
    static long pixels(ImageKind kind, byte[] bytes, int length, long maxPixels) throws IOException {
        return use(kind, bytes, length, maxPixels, reader -> (long) reader.getWidth(0) * reader.getHeight(0));
    }

    @FunctionalInterface
    private interface Use<T> {
        T of(ImageReader reader) throws IOException;
    }

    private static <T> T use(ImageKind kind, byte[] bytes, int length, long maxPixels, Use<T> use) throws IOException {
        ImageReader reader = ImageReaders.of(kind);
        int width = 0;
        int height = 0;
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes, 0, length))) {
            List<String> warnings = new ArrayList<>(1);
            reader.addIIOReadWarningListener((source, warning) -> {
                if (!ABOUT_PROFILES.matcher(warning).matches()) {
                    warnings.add(warning);
                }
            });
            reader.setInput(in, true, true);
            width = reader.getWidth(0);
            height = reader.getHeight(0);
            BadImageException.requireAtMost(maxPixels, width, height);
            T result = use.of(reader);
            if (!warnings.isEmpty()) {
                throw new BadImageException(kind.description() + " came, but damaged: " + warnings.get(0));
            }
            return result;
        } catch (BadImageException e) {
            throw e;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            if (ImageMemoryException.isShortage(e, (long) width * height)) {
                throw new ImageMemoryException(width, height, e);
            }
            // The decoders index their tables with what they read, so any unchecked exception means damaged bytes.
            throw new BadImageException(kind.description() + " came, but cannot be decoded: " + reason(e), e);
        } finally {
            reader.dispose();
        }
    }

    /**
     * Encodes as PNG at the usual pace; the same image gives the same bytes.
     *
     * @throws BadImageException when ImageIO does not take the image
     */
    public static byte[] encode(BufferedImage image) throws IOException {
        return encode(image, COMPRESSION_QUALITY, new ByteArrayOutputStream(1 << 16));
    }

    /** Does the same with as few bytes as ImageIO can, which takes several times as long. */
    public static byte[] encodeSmall(BufferedImage image) throws IOException {
        return encode(image, SMALLEST, new ByteArrayOutputStream());
    }

    static byte[] encode(BufferedImage image, float quality, ByteArrayOutputStream bytes) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            if (ImageMemoryException.isShortage(e, (long) image.getWidth() * image.getHeight()) || hidesAnother(e)) {
                throw new ImageMemoryException(image.getWidth(), image.getHeight(), e);
            }
            throw new BadImageException("the image cannot be encoded: " + reason(e), e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /**
     * Returns whether the encoder failed to end a chunk after another failure, which it hides
     * ({@code PNGImageWriter.write_IDAT}). When writing to memory, that failure is a shortage of memory.
     */
    private static boolean hidesAnother(Throwable e) {
        return e instanceof IndexOutOfBoundsException && "pos < flushedPos!".equals(e.getMessage());
    }

    private static String reason(Throwable e) {
        if (e instanceof OutOfMemoryError) {
            return "its data is damaged";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
