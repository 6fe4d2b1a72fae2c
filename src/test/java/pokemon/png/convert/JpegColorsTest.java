package pokemon.png.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pokemon.png.convert.FormatSamples.converted;
import static pokemon.png.convert.FormatSamples.withSegment;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pokemon.png.TestImages;
import pokemon.png.chunk.BigEndian;

/** JPEG images whose colours ImageIO by itself reads in another way than browsers, or not at all. */
final class JpegColorsTest {
    private static final int SOF = 0xc0;
    private static final int SOS = 0xda;
    private static final int JFIF = 0xe0;
    private static final int ADOBE = 0xee;

    private static int[] pixels(byte[] jpeg) throws IOException {
        BufferedImage image = converted(jpeg);
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static int segment(byte[] jpeg, int marker) {
        int at = 2;
        while ((jpeg[at + 1] & 0xff) != marker) {
            at += 2 + BigEndian.uint16(jpeg, at + 2);
        }
        return at;
    }

    private static byte[] without(byte[] jpeg, int marker) {
        int at = segment(jpeg, marker);
        int end = at + 2 + BigEndian.uint16(jpeg, at + 2);
        return TestImages.join(List.of(Arrays.copyOf(jpeg, at), Arrays.copyOfRange(jpeg, end, jpeg.length)));
    }

    private static byte[] named(byte[] jpeg, int... ids) {
        byte[] renamed = jpeg.clone();
        for (int i = 0; i < ids.length; i++) {
            renamed[segment(jpeg, SOF) + 10 + 3 * i] = (byte) ids[i];
            renamed[segment(jpeg, SOS) + 5 + 2 * i] = (byte) ids[i];
        }
        return renamed;
    }

    private static void assertClose(int rgb, int actual) {
        assertTrue(FormatSamples.Sample.distance(0xff000000 | rgb, actual) <= 3, () -> Integer.toHexString(actual));
    }

    @Test
    void areThoseOfCmykByTheUsualFormula() throws IOException {
        BufferedImage image = converted(FormatSamples.CMYK_JPEG);
        assertClose(0x00ffff, image.getRGB(3, 3));
        assertClose(0xff00ff, image.getRGB(12, 3));
        assertClose(0xffff00, image.getRGB(3, 12));
        assertClose(0x7f7f7f, image.getRGB(12, 12));
    }

    @Test
    void areThoseOfYcck() throws IOException {
        byte[] ycck = FormatSamples.CMYK_JPEG.clone();
        ycck[segment(FormatSamples.CMYK_JPEG, ADOBE) + 15] = 2;
        BufferedImage image = converted(ycck);
        // What libjpeg makes of it.
        assertClose(0x4dff1e, image.getRGB(3, 3));
        assertClose(0x002fe3, image.getRGB(12, 3));
        assertClose(0xb30000, image.getRGB(3, 12));
        assertClose(0x004300, image.getRGB(12, 12));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 2", "17, 34, 51", "1, 34, 35"})
    void areYcbcrWhateverTheNamesOfTheComponents(int first, int second, int third) throws IOException {
        byte[] jpeg = TestImages.jpeg(21, 13, 3);
        assertArrayEquals(pixels(jpeg), pixels(named(jpeg, first, second, third)));
        assertArrayEquals(pixels(jpeg), pixels(without(named(jpeg, first, second, third), JFIF)));
    }

    @Test
    void areThoseOfTheMarkersWhereTheyAreNamedRgb() throws IOException {
        byte[] jpeg = TestImages.jpeg(21, 13, 3);
        assertArrayEquals(pixels(jpeg), pixels(named(jpeg, 'R', 'G', 'B')), "JFIF is YCbCr");
        byte[] adobe = "Adobe\0\144\0\0\0\0\1".getBytes(StandardCharsets.ISO_8859_1);
        byte[] bare = without(named(jpeg, 'R', 'G', 'B'), JFIF);
        assertArrayEquals(pixels(jpeg), pixels(withSegment(bare, ADOBE, adobe)), "so is Adobe's transform 1");
    }

    @Test
    void doNotDependOnAProfileThatIsNone() throws IOException {
        byte[] jpeg = TestImages.jpeg(21, 13, 3);
        byte[] broken =
                Arrays.copyOf("ICC_PROFILE\0\1\1 this is no profile".getBytes(StandardCharsets.ISO_8859_1), 180);
        assertArrayEquals(pixels(jpeg), pixels(withSegment(jpeg, 0xe2, broken)));
        assertArrayEquals(pixels(jpeg), pixels(withSegment(withSegment(jpeg, 0xe2, broken), 0xe2, broken)), "twice");
    }

    /** The corners of an image that is two pixels wide and one high, by how Exif says it is to be turned. */
    @ParameterizedTest
    @CsvSource({
        "1, 2, 1, 0",
        "2, 2, 1, 1",
        "3, 2, 1, 1",
        "4, 2, 1, 0",
        "5, 1, 2, 0",
        "6, 1, 2, 0",
        "7, 1, 2, 1",
        "8, 1, 2, 1"
    })
    void standUpright(int orientation, int width, int height, int brightAt) throws IOException {
        BufferedImage pair = new BufferedImage(16, 8, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 64; i++) {
            pair.setRGB(i % 8, i / 8, 0xffffff);
        }
        byte[] exif = ("Exif\0\0MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0" + (char) orientation + "\0\0\0\0\0\0")
                .getBytes(StandardCharsets.ISO_8859_1);
        BufferedImage image = converted(withSegment(TestImages.encoded(pair, "jpeg"), 0xe1, exif));
        assertEquals(8 * width, image.getWidth());
        assertEquals(8 * height, image.getHeight());
        int last = brightAt == 0 ? 0 : Math.max(image.getWidth(), image.getHeight()) - 1;
        boolean lying = height > width;
        assertClose(0xffffff, image.getRGB(lying ? 0 : last, lying ? last : 0));
    }
}
