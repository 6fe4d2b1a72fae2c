package pokemon.png;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pokemon.png.TestImages.chunk;
import static pokemon.png.TestImages.data;
import static pokemon.png.TestImages.deflate;
import static pokemon.png.TestImages.file;
import static pokemon.png.TestImages.header;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.faults.rows.Row;
import pokemon.png.chunk.BadImageException;
import pokemon.png.chunk.Checks;
import pokemon.png.convert.PngReencoder;

/** What lenient checks forgive and strict ones refuse, and what neither forgives. */
final class LenientChecksTest {
    private static final byte[] END = chunk("IEND");
    private static final byte[] RGB = header(1, 1, 8, 2, 0, 0, 0);
    private static final byte[] RGB_STREAM = deflate(new byte[] {0, 1, 2, 3}, 6);
    private static final byte[] RGB_DATA = chunk("IDAT", RGB_STREAM);
    private static final byte[] RGBA = header(1, 1, 8, 6, 0, 0, 0);
    private static final byte[] RGBA_DATA = data(new byte[] {0, 1, 2, 3, 4});
    private static final byte[] GRAY = header(1, 1, 8, 0, 0, 0, 0);
    private static final byte[] GRAY_DATA = data(new byte[] {0, 9});
    private static final byte[] INDEXED = header(1, 1, 8, 3, 0, 0, 0);
    private static final byte[] INDEXED_DATA = data(new byte[2]);
    private static final byte[] PALETTE = chunk("PLTE", new byte[24]);

    private static byte[] wrongChecksum(String type, byte... data) {
        byte[] chunk = chunk(type, data);
        chunk[chunk.length - 1] ^= 1;
        return chunk;
    }

    private static PngFile lenient(byte[] png) throws BadImageException {
        return PngFile.verify(png, png.length, 100, Checks.LENIENT, false);
    }

    private static void assertForgiven(String fault, byte[] png) throws IOException {
        BadImageException refusal =
                assertThrows(BadImageException.class, () -> PngFile.verify(png, png.length, 100, Checks.STRICT, false));
        assertTrue(refusal.getMessage().contains(fault), refusal.getMessage());
        PngFile forgiven = lenient(png);
        assertEquals(refusal.getMessage(), forgiven.forgiven().orElseThrow());
        byte[] saved = TestImages.written(forgiven);
        assertTrue(PngFile.verify(saved, saved.length, 100).forgiven().isEmpty());
        assertEquals(
                ReferenceDecoder.decode(saved, 100), ReferenceDecoder.decode(PngReencoder.reencode(forgiven), 100));
    }

    private static void assertRefused(String fault, byte[] png) {
        BadImageException refusal = assertThrows(BadImageException.class, () -> lenient(png));
        assertTrue(refusal.getMessage().contains(fault), refusal.getMessage());
    }

    @Row(63)
    @ParameterizedTest
    @ValueSource(strings = {"tEXt", "iCCP", "gAMA", "eXIf", "tIME", "zzZz"})
    void forgivesAWrongChecksumOfAChunkThatIsNotWritten(String type) throws IOException {
        byte[] bad = wrongChecksum(type, new byte[9]);
        assertForgiven("chunk " + type + " at byte 33 has a wrong checksum", file(RGB, bad, RGB_DATA, END));
        assertForgiven(
                "chunk " + type + " at byte 82 has a wrong checksum", file(RGBA, padding(), bad, RGBA_DATA, END));
        assertForgiven("has a wrong checksum", file(INDEXED, PALETTE, bad, INDEXED_DATA, END));
        assertForgiven("has a wrong checksum", file(GRAY, GRAY_DATA, bad, END));
    }

    private static byte[] padding() {
        return chunk("tEXt", new byte[37]);
    }

    @Row(63)
    @Test
    void forgivesWhatComesAfterTheEndAndAfterThePixels() throws IOException {
        assertForgiven("followed by 1 more byte", file(RGB, RGB_DATA, END, new byte[1]));
        assertForgiven("followed by 67 more bytes", file(RGB, RGB_DATA, END, file(GRAY, GRAY_DATA, END)));
        byte[] longer = chunk("IDAT", Arrays.copyOf(RGB_STREAM, RGB_STREAM.length + 2));
        assertForgiven("followed by 1 unused byte", file(RGB, RGB_DATA, chunk("IDAT", (byte) 0), END));
        assertForgiven("followed by 2 unused bytes", file(RGB, longer, END));
        assertForgiven("followed by 5 unused bytes", file(RGB, longer, chunk("IDAT", new byte[3]), END));
        assertForgiven(
                "followed by 3 unused bytes", file(RGB, RGB_DATA, chunk("IDAT"), chunk("IDAT", new byte[3]), END));
    }

    @Row(63)
    @Test
    void forgivesPixelDataThatIsTooLongAndDeflatesItAnew() throws IOException {
        byte[] longer = deflate(new byte[] {0, 1, 2, 3, 0, 7, 8}, 6);
        assertForgiven("longer than the 4 bytes of the size", file(RGB, chunk("IDAT", longer), END));
        byte[] first = chunk("IDAT", Arrays.copyOf(longer, 9));
        byte[] second = chunk("IDAT", Arrays.copyOfRange(longer, 9, longer.length));
        assertForgiven("longer than the 4 bytes of the size", file(RGB, first, chunk("IDAT"), second, END));
        byte[] wrongSum = longer.clone();
        wrongSum[longer.length - 1] ^= 1;
        assertRefused("the pixel data is damaged", file(RGB, chunk("IDAT", wrongSum), END));
    }

    @Row(63)
    @Test
    void forgivesUselessPalettesAndTransparency() throws IOException {
        assertForgiven("forbidden in a gray image", file(GRAY, PALETTE, GRAY_DATA, END));
        assertForgiven("instead of 3 for each", file(RGB, chunk("PLTE", new byte[4]), RGB_DATA, END));
        assertForgiven("PLTE at byte 69 is a second one", file(RGB, PALETTE, PALETTE, RGB_DATA, END));
        assertForgiven("forbidden in an image with alpha", file(RGBA, chunk("tRNS", new byte[6]), RGBA_DATA, END));
    }

    private static byte[] wrongChecksum(String type, int red, int green, int blue) {
        return wrongChecksum(type, new byte[] {(byte) red, (byte) green, (byte) blue});
    }

    @Row(63)
    @Test
    void refusesWrongChecksumsOfWhatThePixelsDependOn() {
        assertRefused("IHDR at byte 8 has a wrong", file(wrongChecksum("IHDR", new byte[13]), RGB_DATA, END));
        assertRefused("IDAT at byte 33 has a wrong", file(RGB, wrongChecksum("IDAT", RGB_STREAM), END));
        assertRefused("PLTE at byte 33 has a wrong", file(INDEXED, wrongChecksum("PLTE", 1, 2, 3), INDEXED_DATA, END));
        assertRefused("tRNS at byte 33 has a wrong", file(RGB, wrongChecksum("tRNS", new byte[6]), RGB_DATA, END));
        assertRefused("TeSt at byte 33 has a wrong", file(RGB, wrongChecksum("TeSt"), RGB_DATA, END));
        assertRefused("PLTE at byte 33 has a wrong", file(RGB, wrongChecksum("PLTE", 1, 2, 3), RGB_DATA, END));
        assertRefused("IEND at byte 57 has a wrong", file(RGB, RGB_DATA, wrongChecksum("IEND")));
        assertRefused("IEND at byte 57 has 3 bytes instead of 0", file(RGB, RGB_DATA, chunk("IEND", new byte[3])));
        assertRefused("no IEND chunk", file(RGB, RGB_DATA));
        assertRefused("more than twice as long", file(RGB, data(new byte[200_000]), END));
    }

    /** Without its transparency, the image would be another valid one. */
    @Row(63)
    @Test
    void refusesWhatMayBeATransparencyChunkWithADamagedTypeOrLength() throws IOException {
        for (byte[] damaged : List.of(wrongChecksum("tRNs", new byte[6]), wrongChecksum("uRNS", new byte[6]))) {
            assertRefused("has a wrong checksum", file(RGB, damaged, RGB_DATA, END));
            assertForgiven("has a wrong checksum", file(GRAY, damaged, GRAY_DATA, END));
            assertRefused("has a wrong checksum", file(INDEXED, PALETTE, damaged, INDEXED_DATA, END));
            assertForgiven("has a wrong checksum", file(RGBA, damaged, RGBA_DATA, END));
            assertForgiven("has a wrong checksum", file(RGB, RGB_DATA, damaged, END));
        }
        byte[] text = chunk("tEXt", new byte[5]);
        byte[] transparency = chunk("tRNS", new byte[6]);
        text[3] += (byte) transparency.length; // its length takes in the next chunk
        assertRefused("tEXt at byte 33 has a wrong checksum", file(RGB, text, transparency, RGB_DATA, END));
    }

    @Test
    void namesOnlyTheFirstFaultsOfMany() throws BadImageException {
        byte[] bad = wrongChecksum("tEXt");
        byte[][] parts = Collections.nCopies(1_003, bad).toArray(byte[][]::new);
        parts[0] = RGB;
        parts[1_001] = RGB_DATA;
        parts[1_002] = END;
        String[] forgiven = lenient(file(parts)).forgiven().orElseThrow().split("; ", -1);
        assertEquals(6, forgiven.length);
        assertEquals("995 more", forgiven[5]);
    }
}
