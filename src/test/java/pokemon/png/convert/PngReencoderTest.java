package pokemon.png.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pokemon.png.TestImages.chunk;
import static pokemon.png.TestImages.data;
import static pokemon.png.TestImages.file;
import static pokemon.png.TestImages.header;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.faults.rows.Row;
import pokemon.launch.Run;
import pokemon.launch.ToolProcess;
import pokemon.png.PngFile;
import pokemon.png.ReferenceDecoder;
import pokemon.png.TestImages;
import pokemon.png.TestImages.Form;
import pokemon.png.chunk.BadImageException;

final class PngReencoderTest {
    private static final long MAX_PIXELS = 50_000_000;

    /** Converts in a Java runtime without a temporary directory. */
    static final class WithoutTemporaryDirectory {
        public static void main(String[] args) throws IOException {
            List<byte[]> sources = new ArrayList<>(List.of(TestImages.jpeg(9, 9, 1), TestImages.gif(9, 9, 1)));
            sources.add(TestImages.gif(9, 9, 1));
            sources.add(TestImages.png(new Form(9, 9, 4, 3, true, true), 1));
            for (byte[] source : sources) {
                reencode(source);
            }
            System.out.print(sources.size() + " converted");
        }
    }

    private static byte[] reencode(byte[] bytes) throws IOException {
        return PngReencoder.reencode(bytes, bytes.length, MAX_PIXELS);
    }

    private static ReferenceDecoder.Pixels decode(byte[] png) throws IOException {
        return ReferenceDecoder.decode(png, MAX_PIXELS);
    }

    private static void assertRefused(String reason, byte[] bytes) {
        BadImageException refused = assertThrows(BadImageException.class, () -> reencode(bytes));
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    /** Checks that the saved PNG is valid and has the samples that ImageIO decodes from the source. */
    private static void assertConverted(byte[] source, byte[] png) throws IOException {
        PngFile.verify(png, png.length, MAX_PIXELS);
        BufferedImage expected = TestImages.decoded(source);
        ReferenceDecoder.Pixels actual = decode(png);
        assertEquals(expected.getWidth(), actual.width());
        assertEquals(expected.getHeight(), actual.height());
        int[] argb = new int[actual.rgba().capacity()];
        for (int i = 0; i < argb.length; i++) {
            long rgba = actual.rgba().get(i);
            argb[i] = (int) (((rgba & 0xff) << 24)
                    | ((rgba >> 40) & 0xff0000)
                    | ((rgba >> 32) & 0xff00)
                    | ((rgba >> 24) & 0xff));
        }
        assertArrayEquals(argb(expected), argb);
    }

    private static int[] argb(BufferedImage image) {
        int width = image.getWidth();
        int[] argb = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            // getRGB takes the samples for linear light and brightens them, which no other program does.
            for (int i = 0; i < argb.length; i++) {
                argb[i] = 0xff000000 | (image.getRaster().getSample(i % width, i / width, 0) * 0x010101);
            }
        }
        return argb;
    }

    @Test
    void keepsThePixelsOfEveryForm() throws IOException {
        for (int width = 1; width <= 17; width += 4) {
            for (Form form : TestImages.everyForm(width, 11)) {
                for (int seed = 0; seed < 3; seed++) {
                    byte[] png = TestImages.png(form, seed);
                    byte[] out = reencode(png);

                    PngFile.verify(out, out.length, MAX_PIXELS);
                    assertEquals(decode(png), decode(out), form::toString);
                }
            }
        }
    }

    @Test
    void imageIoWouldLoseThePixelsThatItIsNotTrustedWith() throws IOException {
        for (int bitDepth : new int[] {1, 2, 4}) {
            byte[] white = {0, (byte) 0xff};
            byte[] head = header(8 / bitDepth, 1, bitDepth, 0, 0, 0, 0);
            byte[] key = chunk("tRNS", (byte) 0, (byte) ((1 << bitDepth) - 1));
            byte[] png = file(head, key, data(white), chunk("IEND"));

            assertEquals(255, TestImages.decoded(png).getRGB(0, 0) >>> 24, "ImageIO was mended");
            assertEquals(decode(png), decode(reencode(png)));
        }
    }

    @Test
    void keepsTransparencyWhoseUnusedHighBitsAreSet() throws IOException {
        byte[] gray = {0, 7, 8};
        byte[] png = file(header(2, 1, 8, 0, 0, 0, 0), chunk("tRNS", (byte) 1, (byte) 7), data(gray), chunk("IEND"));

        assertEquals(decode(png), decode(reencode(png)));
        assertEquals(0, decode(reencode(png)).rgba().get(0) & 0xffff);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void keepsAPaletteThatIsAGrayRamp(int bitDepth) throws IOException {
        int entries = 1 << bitDepth;
        byte[] colors = new byte[3 * entries];
        byte[] alphas = new byte[entries];
        for (int i = 0; i < colors.length; i++) {
            colors[i] = (byte) (i / 3 * 255 / (entries - 1));
            alphas[i / 3] = (byte) (i * 31);
        }
        byte[] raw = new byte[257];
        for (int i = 1; i < raw.length; i++) {
            raw[i] = (byte) i;
        }
        byte[] head = header(256 * 8 / bitDepth, 1, bitDepth, 3, 0, 0, 0);
        byte[] data = data(raw);
        byte[] opaque = file(head, chunk("PLTE", colors), data, chunk("IEND"));
        byte[] transparent = file(head, chunk("PLTE", colors), chunk("tRNS", alphas), data, chunk("IEND"));

        assertEquals(decode(opaque), decode(reencode(opaque)));
        assertEquals(decode(transparent), decode(reencode(transparent)));
    }

    @Test
    void isNotConfusedByAncillaryChunks() throws IOException {
        byte[] profile = chunk("iCCP", "broken\0\0no zlib stream".getBytes(StandardCharsets.ISO_8859_1));
        byte[] gamma = chunk("gAMA", (byte) 1);
        byte[] data = data(new byte[2]);
        byte[] png = file(header(1, 1, 8, 0, 0, 0, 1), profile, gamma, chunk("tIME"), data, chunk("IEND"));

        assertEquals(decode(png), decode(reencode(png)));
    }

    @Test
    void convertsJpegAndGifOfAnySize() throws IOException {
        for (int size = 1; size <= 33; size += 4) {
            for (byte[] source :
                    List.of(TestImages.jpeg(size, 34 - size, size), TestImages.gif(size, 34 - size, size))) {
                assertConverted(source, reencode(source));
            }
        }
    }

    @Test
    void givesTheSameBytesEachTime() throws IOException {
        for (byte[] source : List.of(TestImages.large(7), TestImages.jpeg(40, 30, 7), TestImages.gif(40, 30, 7))) {
            assertArrayEquals(reencode(source), reencode(source));
        }
    }

    private static List<byte[]> variants() {
        BufferedImage picture = TestImages.picture(23, 17, BufferedImage.TYPE_3BYTE_BGR, 3);
        BufferedImage indexed = TestImages.picture(23, 17, BufferedImage.TYPE_BYTE_INDEXED, 3);
        BufferedImage gray = TestImages.picture(19, 7, BufferedImage.TYPE_BYTE_GRAY, 1);
        Consumer<ImageWriteParam> progressive = param -> param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        return List.of(
                TestImages.encoded(picture, "jpeg"),
                TestImages.encoded(picture, "jpeg", progressive),
                TestImages.encoded(picture, "gif"),
                TestImages.encoded(gray, "jpeg"),
                TestImages.encoded(gray, "gif"),
                TestImages.encoded(indexed, "gif", progressive));
    }

    @Test
    void convertsEveryVariant() throws IOException {
        for (byte[] source : variants()) {
            assertConverted(source, reencode(source));
        }
    }

    @Test
    void refusesEveryTruncationOfEveryVariant() {
        int sniffed = 18; // what is shorter may not be known for what it is
        for (byte[] whole : variants()) {
            for (int length = 0; length < whole.length; length++) {
                assertRefused(length < sniffed ? "" : "ends early", Arrays.copyOf(whole, length));
            }
        }
    }

    @Test
    void refusesAGifThatEndsWithoutItsTrailer() {
        byte[] gif = TestImages.gif(9, 9, 6);
        gif[gif.length - 1] = 0;
        assertRefused("unknown block at byte " + (gif.length - 1), gif);
    }

    @Test
    void acceptsACutJpegWithAProperEndOnlyWhereThePixelsStay() throws IOException {
        byte[] jpeg = TestImages.jpeg(64, 64, 3);
        for (int length = jpeg.length / 2; length < jpeg.length - 2; length++) {
            byte[] cut = Arrays.copyOf(jpeg, length + 2);
            cut[length] = (byte) 0xff;
            cut[length + 1] = (byte) 0xd9;
            byte[] png;
            try {
                png = reencode(cut);
            } catch (BadImageException e) {
                continue;
            }
            assertArrayEquals(argb(TestImages.decoded(jpeg)), argb(TestImages.decoded(png)), "cut to " + length);
        }
    }

    @Test
    void convertsTheColorsOfAJpegWithAProfile() throws IOException {
        byte[] plain = TestImages.jpeg(16, 16, 8);
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] name = "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1);
        byte[] jpeg = FormatSamples.withSegment(plain, 0xe2, TestImages.join(List.of(name, profile)));

        assertFalse(Arrays.equals(argb(TestImages.decoded(plain)), argb(TestImages.decoded(jpeg))));
        assertConverted(jpeg, reencode(jpeg));
    }

    /** What is accepted of a damaged JPEG looks as ImageIO shows it. */
    @Test
    void convertsADamagedJpegAsImageIoDoes() throws IOException {
        byte[] whole = TestImages.jpeg(13, 11, 4);
        Random random = new Random(5);
        int accepted = 0;
        for (int i = 0; i < 1500; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertConverted(damaged, PngReencoder.reencode(damaged, damaged.length, 100_000));
                accepted++;
            } catch (BadImageException e) {
                assertTrue(e.getMessage().length() > 10, e.getMessage());
            }
        }
        assertTrue(accepted > 10, "accepted " + accepted);
    }

    @Test
    void refusesAGifWhoseFirstFrameLacksPixels() {
        byte[] gif = TestImages.gif(30, 30, 6);
        byte[] taller = gif.clone();
        int frame = 13 + (3 << ((gif[10] & 7) + 1));
        while (taller[frame] != 0x2c) {
            frame += 8; // the graphic control extension that ImageIO writes
        }
        taller[frame + 7]++;
        assertRefused("the GIF image has 900 pixels instead of 930", taller);
    }

    @Test
    void refusesMorePixelsThanTheLimitBeforeDecoding() {
        for (byte[] source : List.of(TestImages.jpeg(20, 10, 1), TestImages.gif(20, 10, 1), TestImages.large(1))) {
            BadImageException refused =
                    assertThrows(BadImageException.class, () -> PngReencoder.reencode(source, source.length, 199));
            assertTrue(refused.getMessage().contains("pixels are above the limit of 199"), refused.getMessage());
        }
    }

    @Test
    void refusesAJpegOfEnormousSize() {
        byte[] jpeg = TestImages.jpeg(8, 8, 1);
        for (int i = 0; i < jpeg.length - 9; i++) {
            if (jpeg[i] == (byte) 0xff && jpeg[i + 1] == (byte) 0xc0) {
                Arrays.fill(jpeg, i + 5, i + 9, (byte) 0x7f);
            }
        }
        assertRefused("32639x32639 pixels are above the limit", jpeg);
    }

    @Test
    void refusesWhatIsNoImage() {
        assertRefused("an HTML page came instead of an image", "<html>".getBytes(StandardCharsets.UTF_8));
        assertRefused("plain text came instead of an image", "busy".getBytes(StandardCharsets.UTF_8));
        assertRefused("nothing came instead of an image", new byte[0]);
        assertRefused("unknown data came instead of an image", new byte[100]);
    }

    /** Memory that lasts for a while. */
    private static final class ScarceMemory extends ByteArrayOutputStream {
        private final int max;

        ScarceMemory(int max) {
            this.max = max;
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            if (size() + length > max) {
                throw new OutOfMemoryError("Java heap space");
            }
            super.write(bytes, offset, length);
        }
    }

    @Row(75)
    @ParameterizedTest
    @ValueSource(ints = {0, 20_000, 60_000, 100_000})
    void aShortageOfMemoryAnywhereInTheEncoderIsNoBadImage(int max) {
        BufferedImage image = new BufferedImage(300, 300, BufferedImage.TYPE_4BYTE_ABGR);
        Random random = new Random(3);
        for (int i = 0; i < 90_000; i++) {
            image.setRGB(i % 300, i / 300, random.nextInt());
        }
        assertThrows(ImageMemoryException.class, () -> ImageIoCodec.encode(image, 0.9f, new ScarceMemory(max)));
    }

    @Test
    void needsNoTemporaryDirectory(@TempDir Path directory) throws IOException, InterruptedException {
        List<String> command = ToolProcess.java(WithoutTemporaryDirectory.class, "-Djava.io.tmpdir=/no/such/directory");
        Run run = ToolProcess.run(directory, Map.of(), command).assertExit(0);
        // Newer runtimes warn of the directory before.
        assertEquals("4 converted", run.out().get(run.out().size() - 1));
    }
}
