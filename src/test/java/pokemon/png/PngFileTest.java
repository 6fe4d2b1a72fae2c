package pokemon.png;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pokemon.png.TestImages.chunk;
import static pokemon.png.TestImages.data;
import static pokemon.png.TestImages.deflate;
import static pokemon.png.TestImages.file;
import static pokemon.png.TestImages.header;
import static pokemon.png.TestImages.written;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.png.TestImages.Form;
import pokemon.png.chunk.BadImageException;
import pokemon.png.chunk.InterlacePass;
import pokemon.png.chunk.PngHeader;

final class PngFileTest {
    private static final long MAX_PIXELS = 50_000_000;
    private static final byte[] END = chunk("IEND");

    /** One gray pixel: a filter type and a sample. */
    private static final byte[] GRAY = header(1, 1, 8, 0, 0, 0, 0);

    private static final byte[] GRAY_DATA = data(new byte[2]);

    /** One pixel of a palette of at most four colours. */
    private static final byte[] INDEXED = header(1, 1, 2, 3, 0, 0, 0);

    private static final byte[] RGB = header(1, 1, 8, 2, 0, 0, 0);
    private static final byte[] RGB_DATA = data(new byte[4]);
    private static final byte[] TWO_COLORS = chunk("PLTE", new byte[6]);

    private static PngFile verify(byte[] bytes) throws BadImageException {
        return PngFile.verify(bytes, bytes.length, MAX_PIXELS);
    }

    private static void assertRefused(String reason, byte[] bytes) {
        BadImageException refused = assertThrows(BadImageException.class, () -> verify(bytes));
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    @Test
    void acceptsEveryForm() throws IOException {
        for (int size = 1; size <= 17; size++) {
            for (Form form : TestImages.everyForm(size, 18 - size)) {
                byte[] png = TestImages.png(form, size);
                PngHeader header = verify(png).header();

                assertEquals(
                        new PngHeader(size, 18 - size, form.bitDepth(), form.colorType(), form.interlaced()), header);
                ReferenceDecoder.decode(png, MAX_PIXELS);
            }
        }
    }

    @Test
    void looksAtTheGivenLengthOnly() throws IOException {
        byte[] png = file(GRAY, GRAY_DATA, END);
        byte[] longer = Arrays.copyOf(png, png.length + 100);

        assertArrayEquals(png, written(PngFile.verify(longer, png.length, MAX_PIXELS)));
        assertThrows(IndexOutOfBoundsException.class, () -> PngFile.verify(png, png.length + 1, MAX_PIXELS));
    }

    @Test
    void writesTheSamePixelsAndNoAncillaryChunks() throws IOException {
        for (Form form : TestImages.everyForm(9, 5)) {
            byte[] png = TestImages.png(form, 3);
            PngFile file = verify(png);
            boolean plain = form.bitDepth() >= 8 && !form.interlaced() && form.colorType() != 3 && !form.transparent();
            assertEquals(plain, file.isPlain(), form::toString);
            byte[] written = written(file);
            assertEquals(decode(png), decode(written), form::toString);
            String text = new String(written, StandardCharsets.ISO_8859_1);
            assertFalse(text.contains("teSt") || (plain && text.contains("PLTE")), form::toString);
        }
    }

    private static ReferenceDecoder.Pixels decode(byte[] png) throws IOException {
        return ReferenceDecoder.decode(png, MAX_PIXELS);
    }

    @Test
    void widensTheWindowThatAStreamReachesBeyond() throws IOException {
        byte[] raw = new byte[31 * 30];
        new Random(1).nextBytes(raw);
        for (int row = 0; row < 30; row++) {
            raw[31 * row] = 0;
        }
        System.arraycopy(raw, 0, raw, 31 * 20, 31 * 10);
        byte[] stream = deflate(raw, 9);
        stream[0] = 0x08; // a window of 256 bytes, although matches reach back 620
        stream[1] = (byte) (31 - 0x0800 % 31);
        byte[] split = chunk("IDAT", stream[0]);
        byte[] rest = chunk("IDAT", Arrays.copyOfRange(stream, 1, stream.length));
        byte[] png = file(header(30, 30, 8, 0, 0, 0, 0), chunk("IDAT"), split, rest, END);
        byte[] written = written(verify(png));

        assertEquals(decode(png), decode(written));
        assertEquals(0x78, written[33 + 8]);
        assertArrayEquals(written, written(verify(written)));
    }

    @Test
    void keepsASmallWindowThatHoldsTheWholeImage() throws IOException {
        byte[] stream = deflate(new byte[2], 6);
        stream[0] = 0x08;
        stream[1] = (byte) (31 - 0x0800 % 31);
        byte[] png = file(GRAY, chunk("IDAT", stream), END);

        assertArrayEquals(png, written(verify(png)));
    }

    @Test
    void refusesWhatIsNoPng() {
        assertRefused("nothing came instead of a PNG image", new byte[0]);
        assertRefused("an HTML page came instead of a PNG image", "<html>".getBytes(StandardCharsets.UTF_8));
        assertRefused("the image ends early", Arrays.copyOf(file(), 6));
        assertRefused("the image ends early: no IEND chunk", file());
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 7})
    void refusesADamagedSignature(int at) {
        byte[] png = file(GRAY, GRAY_DATA, END);
        png[at] ^= 1;
        assertRefused("the PNG signature is damaged at byte " + at, png);
    }

    @Test
    void refusesAWrongChecksumOfAnyChunk() {
        byte[][] chunks = {RGB, TWO_COLORS, chunk("tRNS", new byte[6]), chunk("teSt", (byte) 1), RGB_DATA, END};
        int end = 8;
        for (byte[] chunk : chunks) {
            byte[] png = file(chunks);
            png[end + chunk.length - 1] ^= 1;
            assertRefused("at byte " + end + " has a wrong checksum", png);
            end += chunk.length;
        }
    }

    @Test
    void refusesImpossibleLengths() {
        byte[] png = file(GRAY, GRAY_DATA, END);
        png[33] = (byte) 0x80;
        assertRefused("chunk IDAT at byte 33 has an invalid length", png);
        png[33] = 0x7f;
        assertRefused("the image ends early: chunk IDAT at byte 33 is not complete", png);
    }

    @ParameterizedTest
    @ValueSource(strings = {"te1t", "te t", "\0\0\0\0", "t@st", "te[t", "te{t", "te\u00e9t"})
    void refusesTypesThatAreNotLetters(String type) {
        assertRefused("the chunk at byte 33 has an invalid type", file(GRAY, chunk(type), GRAY_DATA, END));
    }

    @Test
    void refusesUnknownCriticalChunksOnly() throws IOException {
        assertRefused("chunk TeSt at byte 33 is critical and unknown", file(GRAY, chunk("TeSt"), GRAY_DATA, END));
        verify(file(GRAY, chunk("teSt"), GRAY_DATA, chunk("teSt"), END));
    }

    @Test
    void refusesAMisplacedHeader() {
        assertRefused("chunk IDAT at byte 8 comes before IHDR", file(GRAY_DATA, GRAY, END));
        assertRefused("chunk teSt at byte 8 comes before IHDR", file(chunk("teSt"), GRAY, GRAY_DATA, END));
        assertRefused("chunk IHDR at byte 33 is a second one", file(GRAY, GRAY, GRAY_DATA, END));
        assertRefused("has 14 bytes instead of 13", file(chunk("IHDR", new byte[14]), GRAY_DATA, END));
        assertRefused("has 12 bytes instead of 13", file(chunk("IHDR", new byte[12]), GRAY_DATA, END));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 8, 0, 0, 0, 0, invalid size 0x1",
        "1, 0, 8, 0, 0, 0, 0, invalid size 1x0",
        "-2147483648, 1, 8, 0, 0, 0, 0, invalid size 2147483648x1",
        "1, -1, 8, 0, 0, 0, 0, invalid size 1x4294967295",
        "1, 1, 0, 0, 0, 0, 0, invalid bit depth 0 with colour type 0",
        "1, 1, 3, 0, 0, 0, 0, invalid bit depth 3",
        "1, 1, 32, 0, 0, 0, 0, invalid bit depth 32",
        "1, 1, 4, 2, 0, 0, 0, invalid bit depth 4 with colour type 2",
        "1, 1, 16, 3, 0, 0, 0, invalid bit depth 16 with colour type 3",
        "1, 1, 2, 4, 0, 0, 0, invalid bit depth 2 with colour type 4",
        "1, 1, 1, 6, 0, 0, 0, invalid bit depth 1 with colour type 6",
        "1, 1, 8, 1, 0, 0, 0, colour type 1",
        "1, 1, 8, 5, 0, 0, 0, colour type 5",
        "1, 1, 8, 7, 0, 0, 0, colour type 7",
        "1, 1, 8, 0, 1, 0, 0, unknown compression method 1",
        "1, 1, 8, 0, 0, 1, 0, unknown filter method 1",
        "1, 1, 8, 0, 0, 0, 2, unknown interlace method 2",
    })
    void refusesInvalidHeaderValues(int w, int h, int depth, int type, int comp, int filter, int lace, String reason) {
        assertRefused(reason, file(header(w, h, depth, type, comp, filter, lace), GRAY_DATA, END));
    }

    @Test
    void refusesMissingOrSplitData() {
        assertRefused("the image has no IDAT chunk", file(GRAY, END));
        byte[] stream = deflate(new byte[2], 6);
        byte[] first = chunk("IDAT", Arrays.copyOf(stream, 4));
        byte[] second = chunk("IDAT", Arrays.copyOfRange(stream, 4, stream.length));
        assertRefused("does not follow the other IDAT chunks", file(GRAY, first, chunk("teSt"), second, END));
        assertRefused("the pixel data ends early", file(GRAY, first, END));
        assertRefused("the pixel data ends early", file(GRAY, chunk("IDAT"), END));
    }

    @Test
    void acceptsDataInManyChunksAndEmptyOnes() throws IOException {
        byte[] stream = deflate(new byte[2], 6);
        byte[][] chunks = new byte[2 * stream.length + 3][];
        chunks[0] = GRAY;
        for (int i = 0; i < stream.length; i++) {
            chunks[2 * i + 1] = chunk("IDAT");
            chunks[2 * i + 2] = chunk("IDAT", stream[i]);
        }
        chunks[2 * stream.length + 1] = chunk("IDAT");
        chunks[2 * stream.length + 2] = END;
        byte[] png = file(chunks);

        assertArrayEquals(png, written(verify(png)));
    }

    @Test
    void refusesAPaletteAgainstTheRules() {
        byte[] data = data(new byte[2]);
        assertRefused("comes without a PLTE chunk", file(INDEXED, data, END));
        assertRefused("comes after IDAT", file(RGB, RGB_DATA, TWO_COLORS, END));
        assertRefused("PLTE at byte 51 is a second one", file(INDEXED, TWO_COLORS, TWO_COLORS, data, END));
        assertRefused("comes after tRNS", file(RGB, chunk("tRNS", new byte[6]), TWO_COLORS, RGB_DATA, END));
        assertRefused("forbidden in a gray image", file(GRAY, TWO_COLORS, GRAY_DATA, END));
        byte[] grayAlpha = header(1, 1, 8, 4, 0, 0, 0);
        byte[] grayAlphaData = data(new byte[3]);
        assertRefused("forbidden in a gray image", file(grayAlpha, TWO_COLORS, grayAlphaData, END));
    }

    @ParameterizedTest
    @CsvSource({"2, 0, 4", "2, 5, 4", "2, 7, 4", "2, 15, 4", "1, 9, 2", "8, 771, 256"})
    void refusesAPaletteOfAWrongSize(int depth, int size, int max) {
        byte[] data = data(new byte[2]);
        byte[] palette = chunk("PLTE", new byte[size]);
        String reason = "has " + size + " bytes instead of 3 for each of 1 to " + max + " colours";
        assertRefused(reason, file(header(1, 1, depth, 3, 0, 0, 0), palette, data, END));
    }

    @Test
    void refusesASuggestedPaletteOfMoreThan256Colors() throws IOException {
        assertRefused("has 771 bytes", file(RGB, chunk("PLTE", new byte[771]), RGB_DATA, END));
        verify(file(RGB, chunk("PLTE", new byte[768]), RGB_DATA, END));
    }

    @Test
    void refusesTransparencyAgainstTheRules() {
        byte[] data = data(new byte[2]);
        byte[] one = chunk("tRNS", (byte) 0);
        assertRefused("tRNS at byte 33 comes before PLTE", file(INDEXED, one, TWO_COLORS, data, END));
        assertRefused("is a second one", file(INDEXED, TWO_COLORS, one, one, data, END));
        assertRefused("comes after IDAT", file(INDEXED, TWO_COLORS, data, one, END));
        assertRefused("has 3 entries for 2 colours", file(INDEXED, TWO_COLORS, chunk("tRNS", new byte[3]), data, END));
        assertRefused("has 0 entries for 2 colours", file(INDEXED, TWO_COLORS, chunk("tRNS"), data, END));
        assertRefused("has 1 byte instead of 2", file(GRAY, one, GRAY_DATA, END));
        assertRefused("has 1 byte instead of 6", file(RGB, one, RGB_DATA, END));
        byte[] rgba = data(new byte[5]);
        assertRefused("forbidden in an image with alpha", file(header(1, 1, 8, 6, 0, 0, 0), one, rgba, END));
        byte[] grayAlpha = data(new byte[3]);
        assertRefused("forbidden in an image with alpha", file(header(1, 1, 8, 4, 0, 0, 0), one, grayAlpha, END));
    }

    @Test
    void refusesAPixelBeyondThePaletteWhateverTheFilter() throws IOException {
        byte[] twoRows = header(3, 2, 8, 3, 0, 0, 0);
        byte[] good = {1, 1, 0, 0, 2, 0, 0, 0};
        byte[] left = {1, 1, 1, 0, 0, 0, 0, 0};
        byte[] up = {0, 1, 0, 0, 2, 1, 0, 0};
        byte[] average = {0, 0, 1, 0, 3, 1, 1, 0};
        byte[] paeth = {0, 0, 0, 1, 4, 0, 0, 1};
        verify(file(twoRows, TWO_COLORS, data(good), END));
        for (byte[] rows : new byte[][] {left, up, average, paeth}) {
            assertRefused(
                    "a pixel has the index 2, but the palette has only 2 colours (0 to 1)",
                    file(twoRows, TWO_COLORS, data(rows), END));
        }
    }

    @Test
    void looksAtPackedPixelsButNotAtTheirPadding() throws IOException {
        byte[] header = header(3, 1, 2, 3, 0, 0, 0);
        verify(file(header, TWO_COLORS, data(new byte[] {0, 0b01_00_01_11}), END));
        byte[] third = data(new byte[] {0, 0b01_00_10_00});
        assertRefused(
                "a pixel has the index 2, but the palette has only 2 colours (0 to 1)",
                file(header, TWO_COLORS, third, END));
    }

    @Test
    void refusesAnInvalidFilterTypeInAnyRowOfAnyPass() {
        for (boolean interlaced : new boolean[] {false, true}) {
            PngHeader header = new PngHeader(8, 8, 8, 2, interlaced);
            int row = 0;
            for (InterlacePass pass : InterlacePass.of(header)) {
                for (int y = 0; y < pass.height(); y++) {
                    for (byte filter : new byte[] {5, -1}) {
                        byte[] raw = new byte[(int) header.inflatedSize()];
                        raw[row] = filter;
                        byte[] data = data(raw);
                        assertRefused(
                                "invalid filter type " + (filter & 0xff),
                                file(header(8, 8, 8, 2, 0, 0, interlaced ? 1 : 0), data, END));
                    }
                    row += 1 + 3 * pass.width();
                }
            }
        }
    }

    @Test
    void refusesTooFewAndTooManyPixelBytes() {
        assertRefused("has 1 byte instead of 2", file(GRAY, data(new byte[1]), END));
        assertRefused("has 0 bytes instead of 2", file(GRAY, data(new byte[0]), END));
        assertRefused("longer than the 2 bytes", file(GRAY, data(new byte[3]), END));
    }

    @Test
    void refusesADamagedStream() {
        byte[] stream = deflate(new byte[2], 6);
        byte[] wrongAdler = stream.clone();
        wrongAdler[stream.length - 1] ^= 1;
        assertRefused("the pixel data is damaged", file(GRAY, chunk("IDAT", wrongAdler), END));
        byte[] wrongHeader = stream.clone();
        wrongHeader[0] = 0x79;
        assertRefused("the pixel data is damaged", file(GRAY, chunk("IDAT", wrongHeader), END));
        byte[] noAdler = Arrays.copyOf(stream, stream.length - 4);
        assertRefused("the pixel data ends early", file(GRAY, chunk("IDAT", noAdler), END));
    }

    @Test
    void refusesAPresetDictionary() {
        Deflater deflater = new Deflater();
        deflater.setDictionary(new byte[] {1, 2, 3});
        deflater.setInput(new byte[2]);
        deflater.finish();
        byte[] stream = new byte[100];
        int size = deflater.deflate(stream);
        deflater.end();
        byte[] data = chunk("IDAT", Arrays.copyOf(stream, size));
        assertRefused("needs a preset dictionary", file(GRAY, data, END));
    }

    @Test
    void refusesMorePixelsThanTheLimit() throws IOException {
        assertRefused(
                "46340x46340 pixels are above the limit of 50000000",
                file(header(46340, 46340, 8, 6, 0, 0, 0), GRAY_DATA, END));
        assertRefused("1000x90000 pixels are above", file(header(1000, 90000, 8, 6, 0, 0, 0), GRAY_DATA, END));
        assertRefused("20000x10000 pixels are above", file(header(20000, 10000, 8, 6, 0, 0, 0), bomb(20 << 20), END));
        byte[] four = file(header(2, 2, 8, 0, 0, 0, 0), data(new byte[6]), END);
        PngFile.verify(four, four.length, 4);
        assertThrows(BadImageException.class, () -> PngFile.verify(four, four.length, 3));
    }

    /** Returns a chunk of a thousandth of the zeros that it inflates to. */
    private static byte[] bomb(int zeros) {
        return chunk("IDAT", deflate(new byte[zeros], 1));
    }

    @Test
    void allocatesNothingForTheSizeThatAHeaderClaims() {
        for (int colorType : new int[] {2, 3}) {
            for (int lace = 0; lace < 2; lace++) {
                byte[] head = header(Integer.MAX_VALUE, Integer.MAX_VALUE, 8, colorType, 0, 0, lace);
                byte[] png = file(head, TWO_COLORS, data(new byte[5000]), END);
                long allocated = allocatedBy(() ->
                        assertThrows(BadImageException.class, () -> PngFile.verify(png, png.length, Long.MAX_VALUE)));
                assertTrue(allocated < 1_000_000, "allocated " + allocated);
            }
        }
    }

    @Test
    void stopsAnInflateBombAtTheFirstSurplusByte() {
        byte[] png = file(GRAY, bomb(64 << 20), END);
        long allocated = allocatedBy(() -> assertRefused("longer than the 2 bytes", png));
        assertTrue(allocated < 1_000_000, "allocated " + allocated);
    }

    private static long allocatedBy(Runnable action) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        action.run(); // the first time loads classes
        long before = threads.getCurrentThreadAllocatedBytes();
        action.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
