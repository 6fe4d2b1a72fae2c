package pokemon.png.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pokemon.png.convert.FormatSamples.converted;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pokemon.png.ImageKind;
import pokemon.png.ReferenceDecoder;
import pokemon.png.TestImages;
import pokemon.png.chunk.BadImageException;

/** WebP and TIFF images are converted with the colours that browsers show. */
final class OtherFormatsTest {
    @ParameterizedTest
    @MethodSource("pokemon.png.convert.FormatSamples#all")
    void imagesOfEachFormatHaveTheColorsThatBrowsersShow(FormatSamples.Sample sample) throws IOException {
        assertEquals(Optional.empty(), sample.difference(converted(sample.file())));
    }

    @Test
    void theProfileOfAWebpIsAppliedUnlessItIsBroken() throws IOException {
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        BufferedImage image = converted(FormatSamples.webpWithProfile(linear));
        assertTrue(FormatSamples.Sample.distance(0xffbcbcbc, image.getRGB(12, 12)) <= 6);
        assertEquals(0x8000ff00, image.getRGB(12, 3), "the corners of the cube stay");
        assertEquals(
                0xff808080,
                converted(FormatSamples.webpWithProfile(new byte[300])).getRGB(12, 12));
    }

    @Test
    void tiffIsConverted() throws IOException {
        for (int type : new int[] {
            BufferedImage.TYPE_3BYTE_BGR,
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_USHORT_GRAY,
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

    @Test
    void tiffKeepsSamplesOfSixteenBits() throws IOException {
        int[] samples = {0x0102, 0x8081, 0xfffe, 0x1234, 0xabcd, 0x00ff};
        int data = 8 + 2 + 9 * 12 + 4;
        ByteBuffer tiff = ByteBuffer.allocate(data + 6 + 2 * samples.length);
        tiff.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8).putShort((short) 9);
        // Width, height, bits, no compression, RGB, place, channels, rows of the strip and its bytes (TIFF 6.0, 8).
        int[][] entries = {
            {256, 2}, {257, 1}, {258, data}, {259, 1}, {262, 2}, {273, data + 6}, {277, 3}, {278, 1}, {279, 12}
        };
        for (int[] entry : entries) {
            boolean isLong = entry[0] == 258 || entry[0] == 273 || entry[0] == 279;
            tiff.putShort((short) entry[0]).putShort((short) (isLong && entry[0] != 258 ? 4 : 3));
            tiff.putInt(entry[0] == 258 ? 3 : 1).putInt(isLong ? entry[1] : entry[1] << 16);
        }
        tiff.putInt(0).putShort((short) 16).putShort((short) 16).putShort((short) 16);
        IntStream.of(samples).forEach(sample -> tiff.putShort((short) sample));
        byte[] png = PngReencoder.reencode(tiff.array(), tiff.capacity(), 10_000);
        BufferedImage image = ImageIoCodec.decode(ImageKind.PNG, png, png.length, 10_000);
        assertArrayEquals(samples, image.getRaster().getPixels(0, 0, 2, 1, (int[]) null));
    }

    /** The decoder would take memory for all that is claimed, for every pixel or for a tile. */
    @Test
    void tiffMayNotClaimSamplesOrTilesWithoutLimit() {
        byte[] tiff = TestImages.encoded(TestImages.picture(23, 17, BufferedImage.TYPE_3BYTE_BGR, 5), "tiff");
        byte[] samples = tiff.clone();
        samples[entry(tiff, 277) + 8] = 0x70;
        assertRefused("the TIFF image claims 28675 samples per pixel", samples);
        byte[] tile = tiff.clone();
        ByteBuffer.wrap(tile).putShort(entry(tiff, 278), (short) 322).putShort(entry(tiff, 278) + 8, (short) 20_000);
        assertRefused("20000x1 pixels of a tile are above the limit of 10000", tile);
    }

    private static int entry(byte[] tiff, int tag) {
        int at = ByteBuffer.wrap(tiff).getInt(4) + 2;
        while (ByteBuffer.wrap(tiff).getShort(at) != tag) {
            at += 12;
        }
        return at;
    }

    private static void assertRefused(String message, byte[] image) {
        BadImageException refused =
                assertThrows(BadImageException.class, () -> PngReencoder.reencode(image, image.length, 10_000));
        assertEquals(message, refused.getMessage());
    }

    @Test
    void formatsThatAreNotConvertedAreNamed() {
        assertRefused("a BMP image came, which cannot be converted", TestImages.bmp(3, 3, 1));
        byte[] tiff = TestImages.encoded(TestImages.picture(23, 17, BufferedImage.TYPE_3BYTE_BGR, 5), "tiff");
        assertThrows(BadImageException.class, () -> PngReencoder.reencode(tiff, tiff.length, 100));
    }
}
