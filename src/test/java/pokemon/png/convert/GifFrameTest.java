package pokemon.png.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static pokemon.png.convert.FormatSamples.converted;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import pokemon.png.TestImages;
import pokemon.png.chunk.BadImageException;

/** The first frame of a GIF image on its screen, as browsers show it. */
final class GifFrameTest {
    private static final int DESCRIPTOR = 0x2c;
    private static final int CONTROL = 0xf9;

    /** Returns a GIF of 2x2 pixels with the indexes 0, 1, 2 and 3, of which 2 is transparent. */
    private static byte[] gif() {
        byte[] ramp = {0, 50, 100, (byte) 150};
        IndexColorModel colors = new IndexColorModel(2, 4, ramp, ramp, ramp, 2);
        BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_BINARY, colors);
        for (int i = 0; i < 4; i++) {
            image.getRaster().setSample(i % 2, i / 2, 0, i);
        }
        return TestImages.encoded(image, "gif");
    }

    private static int find(byte[] gif, int value, int start) {
        int at = start;
        while ((gif[at] & 0xff) != value) {
            at++;
        }
        return at;
    }

    @Test
    void isPlacedOnATransparentScreen() throws IOException {
        byte[] gif = gif();
        gif[6] = 5;
        gif[8] = 4;
        int frame = find(gif, DESCRIPTOR, 13);
        gif[frame + 1] = 2;
        gif[frame + 3] = 1;
        BufferedImage image = converted(gif);
        assertEquals(5, image.getWidth());
        assertEquals(4, image.getHeight());
        assertEquals(0, image.getRGB(0, 0) >>> 24);
        assertEquals(0xff000000, image.getRGB(2, 1));
        assertEquals(0xff323232, image.getRGB(3, 1));
        assertEquals(0, image.getRGB(2, 2) >>> 24, "index 2 is transparent");
        assertEquals(0xff969696, image.getRGB(3, 2));
    }

    @Test
    void enlargesAScreenThatItDoesNotFit() throws IOException {
        byte[] gif = gif();
        gif[6] = 1;
        gif[8] = 1;
        assertEquals(2, converted(gif).getWidth());
        gif[6] = -1;
        gif[7] = -1;
        BadImageException refused = assertThrows(BadImageException.class, () -> converted(gif));
        assertEquals("65535x2 pixels are above the limit of 10000", refused.getMessage());
    }

    @Test
    void hasNothingTransparentWhereTheIndexIsBeyondThePalette() throws IOException {
        byte[] gif = gif();
        gif[find(gif, CONTROL, 13) + 5] = 9;
        BufferedImage image = converted(gif);
        for (int i = 0; i < 4; i++) {
            assertEquals(0xff, image.getRGB(i % 2, i / 2) >>> 24);
        }
    }

    @Test
    void isDamagedWhereAPixelIsBeyondThePalette() {
        byte[] ramp = new byte[8];
        IndexColorModel colors = new IndexColorModel(3, 8, ramp, ramp, ramp);
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED, colors);
        image.getRaster().setSample(1, 0, 0, 7);
        byte[] gif = TestImages.encoded(image, "gif");
        // The palette is said to have four entries; what is cut off becomes an extension without meaning.
        byte[] cut = new byte[gif.length - 12];
        System.arraycopy(gif, 0, cut, 0, 13 + 12);
        System.arraycopy(gif, 13 + 24, cut, 13 + 12, gif.length - 13 - 24);
        cut[10] = (byte) ((cut[10] & 0xf8) | 1);
        BadImageException refused = assertThrows(BadImageException.class, () -> converted(cut));
        assertEquals("a pixel has the index 7, but the palette has only 4 colours (0 to 3)", refused.getMessage());
    }
}
