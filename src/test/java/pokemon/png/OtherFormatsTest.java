package pokemon.png;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * WebP and TIFF images. All are generated, in quarters of red, green, blue and gray.
 *
 * <p>{@code -Dpokemon.fuzz.seed} and {@code -Dpokemon.fuzz.cases} set the seed and the number of damaged images.
 */
final class OtherFormatsTest {
    private static final long SEED = Long.getLong("pokemon.fuzz.seed", 9);
    private static final int CASES = Integer.getInteger("pokemon.fuzz.cases", 6_000) / 6;

    private static final byte[] LOSSY = decoded(
            "UklGRj4AAABXRUJQVlA4IDIAAACwAQCdASoQABAAAsBMJaACdLcAAdgAAP7pnf/4fv7y/4K/+Lf63/rE" + "3/7aH/z0daAAAA==");
    private static final byte[] LOSSLESS = decoded(
            "UklGRj4AAABXRUJQVlA4TDIAAAAvD8ADEB8gEEhSn3wNgQDBuXMCAYJz5wQkhOeyXGDsS5Ug" + "zDaa5CQnee8ziOh/aH2wfQ==");
    private static final byte[] LOSSY_WITH_ALPHA = decoded(
            "UklGRnYAAABXRUJQVlA4WAoAAAAQAAAADwAADwAAQUxQSBoAAAABFyAQSFKffI2I"
                    + "CAeBAGHSpFMHEf0PrQf6AFZQOCA2AAAAkAEAnQEqEAAQAAFAJiWgAnS6AAOYAP7vOH//Cb//WhP/7sr//Ngf/c+f/pU3/+lwf/I400AA");

    /** The first frame has 6x4 red pixels at column 4 and row 8. */
    private static final byte[] ANIMATED =
            decoded("UklGRqIAAABXRUJQVlA4WAoAAAASAAAADwAADwAAQU5JTQYAAAAAAAAAAABBTk1GKAAAAAIA"
                    + "AAQAAAUAAAMAAGQAAAJWUDhMDwAAAC8FwAAABxD9j/4HIqL/AQBBTk1GRgAAAAAAAAAAAA8AAA8AAGQAAAJWUDhMLgAAAC8PwAMQHyAQIKRTbkNA"
                    + "UPSc6QMoICh6zvQAc88CYbbRJCc5yXufQUT/Y9MP6go=");

    /** 16x8 pixels, red on the left and green on the right, to be turned to the right. */
    private static final byte[] LYING =
            decoded("UklGRloAAABXRUJQVlA4WAoAAAAIAAAADwAABwAAVlA4TBkAAAAvD8ABAA+w//Mf8x8VxILJ/KU7"
                    + "U4jof+QAAEVYSUYaAAAATU0AKgAAAAgAAQESAAMAAAABAAYAAAAAAAA=");

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static BufferedImage converted(byte[] image) throws IOException {
        return TestImages.decoded(PngReencoder.reencode(image, image.length, 10_000));
    }

    private static void assertClose(int expected, int actual) {
        for (int shift = 0; shift < 32; shift += 8) {
            int difference = ((expected >> shift) & 0xff) - ((actual >> shift) & 0xff);
            assertTrue(Math.abs(difference) <= 6, () -> Integer.toHexString(actual));
        }
    }

    @Test
    void webpIsConvertedWithTheColorsThatBrowsersShow() throws IOException {
        BufferedImage lossy = converted(LOSSY);
        assertClose(0xffff0000, lossy.getRGB(3, 3));
        assertClose(0xff00ff00, lossy.getRGB(12, 3));
        assertClose(0xff0000ff, lossy.getRGB(3, 12));
        assertClose(0xff808080, lossy.getRGB(12, 12));
        BufferedImage lossless = converted(LOSSLESS);
        assertEquals(0xffff0000, lossless.getRGB(3, 3));
        assertEquals(0x8000ff00, lossless.getRGB(12, 3));
        assertEquals(0xff808080, lossless.getRGB(12, 12));
        assertClose(0x8000ff00, converted(LOSSY_WITH_ALPHA).getRGB(12, 3));
    }

    @Test
    void theFirstFrameOfAMovingWebpIsPlacedOnItsCanvas() throws IOException {
        BufferedImage image = converted(ANIMATED);
        assertEquals(16, image.getWidth());
        assertEquals(16, image.getHeight());
        assertEquals(0, image.getRGB(3, 8) >>> 24);
        assertEquals(0xffff0000, image.getRGB(4, 8));
        assertEquals(0xffff0000, image.getRGB(9, 11));
        assertEquals(0, image.getRGB(10, 11) >>> 24);
    }

    @Test
    void webpIsTurnedUpright() throws IOException {
        BufferedImage image = converted(LYING);
        assertEquals(8, image.getWidth());
        assertEquals(16, image.getHeight());
        assertEquals(0xffff0000, image.getRGB(3, 3));
        assertEquals(0xff00ff00, image.getRGB(3, 12));
    }

    /** Returns the lossless image with a profile. */
    private static byte[] withProfile(byte... profile) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] features = {0x30, 0, 0, 0, 15, 0, 0, 15, 0, 0};
        out.writeBytes(chunk("VP8X", features));
        out.writeBytes(chunk("ICCP", profile));
        out.write(LOSSLESS, 12, LOSSLESS.length - 12);
        byte[] content = out.toByteArray();
        ByteBuffer file = ByteBuffer.allocate(12 + content.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(4 + content.length);
        return file.put("WEBP".getBytes(StandardCharsets.US_ASCII)).put(content).array();
    }

    private static byte[] chunk(String name, byte... data) {
        ByteBuffer chunk =
                ByteBuffer.allocate(8 + data.length + (data.length & 1)).order(ByteOrder.LITTLE_ENDIAN);
        return chunk.put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(data.length)
                .put(data)
                .array();
    }

    @Test
    void theProfileOfAWebpIsAppliedUnlessItIsBroken() throws IOException {
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        assertClose(0xffbcbcbc, converted(withProfile(linear)).getRGB(12, 12));
        assertEquals(0x8000ff00, converted(withProfile(linear)).getRGB(12, 3), "the corners of the cube stay");
        assertEquals(0xff808080, converted(withProfile(new byte[300])).getRGB(12, 12));
    }

    @Test
    void tiffIsConverted() throws IOException {
        for (int type : new int[] {
            BufferedImage.TYPE_3BYTE_BGR,
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_BYTE_INDEXED,
            BufferedImage.TYPE_BYTE_BINARY,
            BufferedImage.TYPE_4BYTE_ABGR
        }) {
            BufferedImage picture = TestImages.picture(23, 17, type, 5);
            byte[] tiff = TestImages.encoded(picture, "tiff");
            byte[] png = PngReencoder.reencode(tiff, tiff.length, 10_000);
            byte[] direct = ImageIoCodec.encode(picture);
            assertEquals(ReferenceDecoder.decode(direct, 10_000), ReferenceDecoder.decode(png, 10_000), "type " + type);
        }
    }

    private static List<byte[]> all() {
        return List.of(
                LOSSY,
                LOSSLESS,
                LOSSY_WITH_ALPHA,
                ANIMATED,
                LYING,
                TestImages.encoded(TestImages.picture(23, 17, BufferedImage.TYPE_3BYTE_BGR, 5), "tiff"));
    }

    @Test
    void noTruncationIsAccepted() {
        for (byte[] image : all()) {
            for (int length = 12; length < image.length; length++) {
                byte[] cut = Arrays.copyOf(image, length);
                assertThrows(BadImageException.class, () -> PngReencoder.reencode(cut, cut.length, 10_000));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void damagedBytesEndInACleanFailureOrAValidImage(int which) throws IOException {
        byte[] whole = all().get(which);
        Random random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            damaged[random.nextInt(damaged.length)] ^= (byte) (i % 3 == 0 ? random.nextInt() : 0);
            try {
                byte[] png = PngReencoder.reencode(damaged, damaged.length, 10_000);
                PngFile.verify(png, png.length, 10_000);
            } catch (BadImageException e) {
                assertTrue(e.getMessage().length() > 10, e.getMessage());
            }
        }
    }

    @Test
    void formatsThatAreNotConvertedAreNamed() {
        byte[] bmp = TestImages.bmp(3, 3, 1);
        BadImageException refused =
                assertThrows(BadImageException.class, () -> PngReencoder.reencode(bmp, bmp.length, 100));
        assertEquals("a BMP image came, which cannot be converted", refused.getMessage());
        byte[] tiff = TestImages.encoded(TestImages.picture(23, 17, BufferedImage.TYPE_3BYTE_BGR, 5), "tiff");
        assertThrows(BadImageException.class, () -> PngReencoder.reencode(tiff, tiff.length, 100));
    }
}
