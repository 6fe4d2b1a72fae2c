package pokemon.png.chunk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pokemon.png.TestImages.chunk;
import static pokemon.png.TestImages.data;
import static pokemon.png.TestImages.file;
import static pokemon.png.TestImages.header;
import static pokemon.png.TestImages.iccp;
import static pokemon.png.TestImages.written;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import pokemon.png.PngFile;
import pokemon.png.ReferenceDecoder;
import pokemon.png.convert.PngReencoder;

/** Which chunks about colours a saved file keeps. */
final class ColorChunksTest {
    private static final byte[] END = chunk("IEND");
    private static final byte[] RGB = header(1, 1, 8, 2, 0, 0, 0);
    private static final byte[] RGB_DATA = data(new byte[] {0, 1, 2, 3});
    private static final byte[] GRAY = header(1, 1, 8, 0, 0, 0, 0);
    private static final byte[] GRAY_DATA = data(new byte[] {0, 9});
    private static final byte[] GAMMA = chunk("gAMA", (byte) 0, (byte) 0, (byte) 0xb1, (byte) 0x8f);
    private static final byte[] PRIMARIES = chunk("cHRM", new byte[32]);
    private static final byte[] SRGB = chunk("sRGB", (byte) 0);
    private static final byte[] VIDEO = chunk("cICP", (byte) 9, (byte) 16, (byte) 0, (byte) 1);
    private static final byte[] TURNED = chunk("eXIf", "MM\0*\0\0\0\10\0\0".getBytes(StandardCharsets.ISO_8859_1));

    private static final byte[] SRGB_PROFILE =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private static byte[] profile(int space) {
        return iccp("test", ICC_Profile.getInstance(space).getData());
    }

    /** Returns the names of the chunks about colours that both ways to save an image keep. */
    private static List<String> kept(byte[] png) throws IOException {
        PngFile file = PngFile.verify(png, png.length, 1_000, Checks.LENIENT, false);
        byte[] written = written(file);
        byte[] reencoded = PngReencoder.reencode(file);
        List<String> names = names(written);
        assertEquals(names, names(reencoded), "by ImageIO");
        assertEquals(ReferenceDecoder.decode(written, 1_000), ReferenceDecoder.decode(reencoded, 1_000));
        return names;
    }

    private static List<String> names(byte[] png) throws BadImageException {
        assertEquals("", PngFile.verify(png, png.length, 1_000).forgiven().orElse(""));
        List<String> names = new ArrayList<>();
        for (int at = 8; at < png.length; at += 12 + BigEndian.int32(png, at)) {
            names.add(Chunk.name(BigEndian.int32(png, at + 4)));
        }
        names.removeAll(List.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND"));
        return names;
    }

    @Test
    void areKeptInTheirOrderAndNoOthersAre() throws IOException {
        assertEquals(
                List.of("cICP", "gAMA", "cHRM", "eXIf"),
                kept(file(RGB, VIDEO, chunk("pHYs", new byte[9]), GAMMA, PRIMARIES, RGB_DATA, TURNED, END)));
        assertEquals(List.of("sRGB", "gAMA"), kept(file(RGB, SRGB, GAMMA, RGB_DATA, END)));
        assertEquals(List.of("iCCP"), kept(file(RGB, profile(ColorSpace.CS_sRGB), RGB_DATA, END)));
        assertEquals(List.of("iCCP"), kept(file(GRAY, profile(ColorSpace.CS_GRAY), GRAY_DATA, END)));
    }

    @Test
    void areKeptByImagesThatGoThroughImageIo() throws IOException {
        byte[] palette = chunk("PLTE", (byte) 1, (byte) 2, (byte) 3, (byte) 9, (byte) 8, (byte) 7);
        byte[] indexed = header(1, 1, 1, 3, 0, 0, 0);
        byte[] index = data(new byte[2]);
        assertEquals(List.of("gAMA"), kept(file(indexed, GAMMA, palette, index, END)));
        byte[] interlaced = header(1, 1, 8, 2, 0, 0, 1);
        assertEquals(List.of("sRGB"), kept(file(interlaced, SRGB, RGB_DATA, END)));
        byte[] transparent = chunk("tRNS", new byte[6]);
        assertEquals(List.of("cICP"), kept(file(RGB, VIDEO, transparent, RGB_DATA, END)));
        byte[] ramp = chunk("PLTE", (byte) 0, (byte) 0, (byte) 0, (byte) -1, (byte) -1, (byte) -1);
        assertEquals(List.of("iCCP"), kept(file(indexed, profile(ColorSpace.CS_sRGB), ramp, index, END)));
    }

    @Test
    void areDroppedWhereDecodersIgnoreThem() throws IOException {
        byte[] palette = chunk("PLTE", new byte[3]);
        assertEquals(List.of(), kept(file(RGB, palette, GAMMA, RGB_DATA, END)), "behind PLTE");
        assertEquals(List.of(), kept(file(RGB, RGB_DATA, GAMMA, END)), "behind IDAT");
        assertEquals(List.of("gAMA"), kept(file(RGB, GAMMA, GAMMA, RGB_DATA, END)), "a second one");
        assertEquals(List.of("iCCP"), kept(file(RGB, SRGB, profile(ColorSpace.CS_sRGB), RGB_DATA, END)));
        byte[] damaged = GAMMA.clone();
        damaged[9] ^= 1;
        assertEquals(List.of(), kept(file(RGB, damaged, RGB_DATA, END)), "a wrong checksum");
        for (byte[] illegal : List.of(
                chunk("gAMA", new byte[4]),
                chunk("gAMA", new byte[5]),
                chunk("cHRM", new byte[31]),
                chunk("sRGB", (byte) 4),
                chunk("sRGB"),
                chunk("cICP", new byte[3]),
                chunk("eXIf", new byte[20]),
                chunk("iCCP"),
                chunk("iCCP", new byte[200]),
                profile(ColorSpace.CS_GRAY),
                iccp("", SRGB_PROFILE),
                iccp("x".repeat(80), SRGB_PROFILE),
                iccp("short", new byte[128]),
                iccp("cut", Arrays.copyOf(SRGB_PROFILE, 500)))) {
            assertEquals(List.of(), kept(file(RGB, illegal, RGB_DATA, END)));
        }
    }
}
