package pokemon.png.convert;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageWriteParam;
import pokemon.png.TestImages;

/**
 * Small images of every format that is converted, with the pixels that a browser shows.
 *
 * <p>Most have a quarter each of red, green, blue and gray. What Java does not write was made by libwebp and libjpeg.
 */
public final class FormatSamples {
    /** WebP with loss, 16x16 pixels. */
    public static final byte[] LOSSY_WEBP = decoded(
            "UklGRj4AAABXRUJQVlA4IDIAAACwAQCdASoQABAAAsBMJaACdLcAAdgAAP7pnf/4fv7y/4K/+Lf63/rE" + "3/7aH/z0daAAAA==");

    /** WebP without loss, 16x16 pixels; its green is half, its blue wholly transparent. */
    static final byte[] LOSSLESS_WEBP = decoded(
            "UklGRj4AAABXRUJQVlA4TDIAAAAvD8ADEB8gEEhSn3wNgQDBuXMCAYJz5wQkhOeyXGDsS5Ug" + "zDaa5CQnee8ziOh/aH2wfQ==");

    /** WebP with loss and an alpha channel, 16x16 pixels; its green is half, its blue wholly transparent. */
    static final byte[] LOSSY_WEBP_WITH_ALPHA = decoded(
            "UklGRnYAAABXRUJQVlA4WAoAAAAQAAAADwAADwAAQUxQSBoAAAABFyAQSFKffI2I"
                    + "CAeBAGHSpFMHEf0PrQf6AFZQOCA2AAAAkAEAnQEqEAAQAAFAJiWgAnS6AAOYAP7vOH//Cb//WhP/7sr//Ngf/c+f/pU3/+lwf/I400AA");

    /** A moving WebP of 16x16 pixels, whose first frame has 6x4 red ones at column 4 and row 8. */
    static final byte[] MOVING_WEBP = decoded("UklGRqIAAABXRUJQVlA4WAoAAAASAAAADwAADwAAQU5JTQYAAAAAAAAAAABBTk1GKAAAAAIA"
            + "AAQAAAUAAAMAAGQAAAJWUDhMDwAAAC8FwAAABxD9j/4HIqL/AQBBTk1GRgAAAAAAAAAAAA8AAA8AAGQAAAJWUDhMLgAAAC8PwAMQHyAQIKRTbkNA"
            + "UPSc6QMoICh6zvQAc88CYbbRJCc5yXufQUT/Y9MP6go=");

    /** WebP of 16x8 pixels, red on the left and green on the right, to be turned to the right. */
    static final byte[] TURNED_WEBP =
            decoded("UklGRloAAABXRUJQVlA4WAoAAAAIAAAADwAABwAAVlA4TBkAAAAvD8ABAA+w//Mf8x8VxILJ/KU7"
                    + "U4jof+QAAEVYSUYaAAAATU0AKgAAAAgAAQESAAMAAAABAAYAAAAAAAA=");

    /**
     * JPEG of 16x16 pixels in CMYK, inverted as Adobe's programs do, with a quarter each of cyan, magenta, yellow and
     * gray.
     */
    static final byte[] CMYK_JPEG = Base64.getMimeDecoder().decode("""
            /9j/7gAOQWRvYmUAZAAAAAAA/9sAQwACAQEBAQECAQEBAgICAgIEAwICAgIFBAQDBAYFBgYGBQYGBgcJCAYHCQcGBggLCAkKCgoK
            CgYICwwLCgwJCgoK/8AAFAgAEAAQBEMRAE0RAFkRAEsRAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EALUQAAIB
            AwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZH
            SElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV
            1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/aAA4EQwBNAFkASwAAPwD+f+v38r9/K/fyv7/K/gDooor+/wAr+AOiiiv7/K/n/r//
            2Q==
            """);

    private static final int RED = 0xffff0000;
    private static final int GREEN = 0xff00ff00;
    private static final int HALF_GREEN = 0x8000ff00;
    private static final int BLUE = 0xff0000ff;
    private static final int NO_BLUE = 0x000000ff;
    private static final int GRAY = 0xff808080;

    private static final int BGR = BufferedImage.TYPE_3BYTE_BGR;
    private static final IndexColorModel COLORS =
            new IndexColorModel(8, 4, new int[] {RED, GREEN, BLUE, GRAY}, 0, false, -1, DataBuffer.TYPE_BYTE);

    private FormatSamples() {}

    /** One pixel that a browser shows. */
    public record Pixel(int x, int y, int argb) {}

    /**
     * One image.
     *
     * @param pixels those to compare: all, except near an edge where a format has losses
     * @param tolerance how far a sample may be off
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares samples.
    public record Sample(String name, byte[] file, int width, int height, List<Pixel> pixels, int tolerance) {
        /** Returns what differs first in a converted image, if anything does. */
        public Optional<String> difference(BufferedImage image) {
            if (image.getWidth() != width || image.getHeight() != height) {
                return Optional.of(image.getWidth() + "x" + image.getHeight() + " pixels");
            }
            return pixels.stream()
                    .filter(pixel -> distance(pixel.argb, image.getRGB(pixel.x, pixel.y)) > tolerance)
                    .map(pixel -> Integer.toHexString(image.getRGB(pixel.x, pixel.y)) + " where "
                            + Integer.toHexString(pixel.argb) + " belongs, at " + pixel.x + ", " + pixel.y)
                    .findFirst();
        }

        static int distance(int argb, int other) {
            return IntStream.of(0, 8, 16, 24)
                    .map(shift -> Math.abs((argb >> shift & 0xff) - (other >> shift & 0xff)))
                    .max()
                    .orElseThrow();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Returns a sample of each format and kind. */
    public static List<Sample> all() {
        List<Pixel> moving =
                List.of(new Pixel(3, 8, 0), new Pixel(4, 8, RED), new Pixel(9, 11, RED), new Pixel(10, 11, 0));
        return List.of(
                written("PNG", BufferedImage.TYPE_INT_ARGB, "png"),
                written("PNG with a palette", BufferedImage.TYPE_BYTE_INDEXED, "png"),
                lossy("JPEG", TestImages.encoded(picture(BGR), "jpeg"), 32, RED, GREEN, BLUE, GRAY),
                lossy("progressive JPEG", progressive(), 32, RED, GREEN, BLUE, GRAY),
                lossy("JPEG in CMYK", CMYK_JPEG, 16, 0xff00ffff, 0xffff00ff, 0xffffff00, GRAY),
                written("GIF", BufferedImage.TYPE_BYTE_INDEXED, "gif"),
                written("TIFF", BGR, "tiff"),
                written("TIFF with alpha", BufferedImage.TYPE_4BYTE_ABGR, "tiff"),
                lossy("WebP with loss", LOSSY_WEBP, 16, RED, GREEN, BLUE, GRAY),
                exact("WebP without loss", LOSSLESS_WEBP, 16, RED, HALF_GREEN, NO_BLUE, GRAY),
                lossy("WebP with loss and alpha", LOSSY_WEBP_WITH_ALPHA, 16, RED, HALF_GREEN, NO_BLUE, GRAY),
                new Sample("moving WebP", MOVING_WEBP, 16, 16, moving, 0),
                new Sample(
                        "turned WebP", TURNED_WEBP, 8, 16, List.of(new Pixel(3, 3, RED), new Pixel(3, 12, GREEN)), 0));
    }

    /** Converts an image of up to 10,000 pixels, and decodes the result. */
    static BufferedImage converted(byte[] image) throws IOException {
        return TestImages.decoded(PngReencoder.reencode(image, image.length, 10_000));
    }

    /** Returns the lossless WebP with a profile, good or bad. */
    public static byte[] webpWithProfile(byte... profile) {
        byte[] features = {0x30, 0, 0, 0, 15, 0, 0, 15, 0, 0};
        byte[] image = Arrays.copyOfRange(LOSSLESS_WEBP, 12, LOSSLESS_WEBP.length);
        byte[] name = "WEBP".getBytes(StandardCharsets.US_ASCII);
        List<byte[]> parts = List.of(name, riffChunk("VP8X", features), riffChunk("ICCP", profile), image);
        return riffChunk("RIFF", TestImages.join(parts));
    }

    private static byte[] riffChunk(String name, byte... data) {
        ByteBuffer chunk =
                ByteBuffer.allocate(8 + data.length + (data.length & 1)).order(ByteOrder.LITTLE_ENDIAN);
        chunk.put(name.getBytes(StandardCharsets.US_ASCII)).putInt(data.length).put(data);
        return chunk.array();
    }

    /** Returns a JPEG with a further segment at its beginning. */
    public static byte[] withSegment(byte[] jpeg, int marker, byte... data) {
        ByteBuffer segment = ByteBuffer.allocate(4 + data.length).putShort((short) (0xff00 | marker));
        segment.putShort((short) (2 + data.length)).put(data);
        byte[] rest = Arrays.copyOfRange(jpeg, 2, jpeg.length);
        return TestImages.join(List.of(Arrays.copyOf(jpeg, 2), segment.array(), rest));
    }

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    /** Returns a sample that ImageIO writes without losses. */
    private static Sample written(String name, int imageType, String format) {
        BufferedImage picture = picture(imageType);
        int green = picture.getColorModel().hasAlpha() ? HALF_GREEN : GREEN;
        return exact(name, TestImages.encoded(picture, format), 32, RED, green, BLUE, GRAY);
    }

    private static byte[] progressive() {
        return TestImages.encoded(
                picture(BGR), "jpeg", param -> param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT));
    }

    private static BufferedImage picture(int imageType) {
        BufferedImage image = imageType == BufferedImage.TYPE_BYTE_INDEXED
                ? new BufferedImage(32, 32, imageType, COLORS)
                : new BufferedImage(32, 32, imageType);
        boolean alpha = image.getColorModel().hasAlpha();
        for (Pixel pixel : quarters(32, RED, alpha ? HALF_GREEN : GREEN, BLUE, GRAY)) {
            image.setRGB(pixel.x, pixel.y, pixel.argb);
        }
        return image;
    }

    private static Sample exact(String name, byte[] file, int size, int... colors) {
        return new Sample(name, file, size, size, quarters(size, colors), 0);
    }

    /** The colours of two quarters mix where they meet. */
    private static Sample lossy(String name, byte[] file, int size, int... colors) {
        List<Pixel> pixels = quarters(size, colors).stream()
                .filter(pixel -> Math.abs(2 * pixel.x + 1 - size) > 4 && Math.abs(2 * pixel.y + 1 - size) > 4)
                .toList();
        return new Sample(name, file, size, size, pixels, 6);
    }

    private static List<Pixel> quarters(int size, int... colors) {
        List<Pixel> pixels = new ArrayList<>();
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int right = x < size / 2 ? 0 : 1;
                int below = y < size / 2 ? 0 : 2;
                pixels.add(new Pixel(x, y, colors[right + below]));
            }
        }
        return pixels;
    }
}
