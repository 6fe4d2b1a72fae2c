package pokemon.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pokemon.png.PngFile;
import pokemon.png.TestImages;
import pokemon.png.TestImages.Form;

final class ThumbnailTest {
    private static Thumbnail thumbnail(byte[] png) throws IOException {
        return Thumbnail.of(PngFile.verify(png, png.length, Long.MAX_VALUE));
    }

    @ParameterizedTest
    @CsvSource({
        "475, 475, 96, 96",
        "200, 100, 96, 48",
        "100, 200, 48, 96",
        "30, 40, 30, 40",
        "97, 1, 96, 1",
        "5000, 2, 96, 1"
    })
    void keepsTheShapeAndEnlargesNothing(int width, int height, int smallWidth, int smallHeight) throws IOException {
        BufferedImage small = thumbnail(SampleGallery.painted(width, height, BufferedImage.TYPE_INT_ARGB, 0xff336699))
                .image();
        assertEquals(List.of(smallWidth, smallHeight), List.of(small.getWidth(), small.getHeight()));
        assertEquals(0xff336699, small.getRGB(smallWidth / 2, smallHeight / 2));
    }

    @Test
    void keepsWhatIsTransparent() throws IOException {
        BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 100; x++) {
                image.setRGB(x, y, 0x8000ff00);
            }
        }
        BufferedImage small = thumbnail(TestImages.encoded(image, "png")).image();
        assertEquals(0x8000ff00, small.getRGB(10, 48));
        assertEquals(0, small.getRGB(90, 48) >>> 24);
    }

    @Test
    void showsGrayAsBrightAsItIs() throws IOException {
        BufferedImage gray = new BufferedImage(200, 200, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 200 * 200; i++) {
            gray.getRaster().setSample(i % 200, i / 200, 0, 100);
        }
        assertEquals(
                0xff646464, thumbnail(TestImages.encoded(gray, "png")).image().getRGB(48, 48));
    }

    @Test
    void isAMeanOfAllPixels() throws IOException {
        BufferedImage stripes = new BufferedImage(384, 384, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 384 * 384; i++) {
            stripes.setRGB(i % 384, i / 384, i % 2 == 0 ? 0xffffff : 0);
        }
        int gray = thumbnail(TestImages.encoded(stripes, "png")).image().getRGB(48, 48) & 0xff;
        assertTrue(Math.abs(gray - 127) < 4, () -> "gray " + gray);
    }

    @ParameterizedTest
    @MethodSource("everyForm")
    void takesEveryFormOfPng(Form form) throws IOException {
        byte[] png = TestImages.png(form, 5);
        Thumbnail thumbnail = thumbnail(png);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(thumbnail.png()));
        assertEquals(List.of(96, 72), List.of(read.getWidth(), read.getHeight()));
        PngFile.verify(thumbnail.png(), thumbnail.png().length, 10_000);
    }

    static List<Form> everyForm() {
        return TestImages.everyForm(200, 150);
    }

    @Test
    void hasAPaletteOfFewColoursThatAreCloseToThoseOfTheImage() throws IOException {
        BufferedImage picture = new BufferedImage(96, 96, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 96 * 96; i++) {
            picture.setRGB(i % 96, i / 96, 0xff000000 | (i % 96 * 2) << 16 | (i / 96 * 2) << 8);
        }
        BufferedImage small = thumbnail(TestImages.encoded(picture, "png")).image();
        int furthest = 0;
        for (int i = 0; i < 96 * 96; i++) {
            for (int shift = 0; shift < 32; shift += 8) {
                int wanted = (picture.getRGB(i % 96, i / 96) >>> shift) & 0xff;
                furthest = Math.max(furthest, Math.abs(wanted - ((small.getRGB(i % 96, i / 96) >>> shift) & 0xff)));
            }
        }
        int distance = furthest;
        assertTrue(distance <= 24, () -> "a channel is " + distance + " off");
    }

    @Test
    void aCrossStandsForRowsThatAreTooLongToHold() throws IOException {
        byte[] png = SampleGallery.painted(17_000_000, 1, BufferedImage.TYPE_BYTE_GRAY, -1);
        BufferedImage small = thumbnail(png).image();
        assertEquals(List.of(96, 96), List.of(small.getWidth(), small.getHeight()));
        assertEquals(0xff808080, small.getRGB(48, 48));
    }
}
