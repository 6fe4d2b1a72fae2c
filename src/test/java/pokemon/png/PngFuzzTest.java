package pokemon.png;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pokemon.faults.rows.Row;
import pokemon.png.ReferenceDecoder.Pixels;
import pokemon.png.TestImages.Form;
import pokemon.png.chunk.BadImageException;
import pokemon.png.chunk.Checks;
import pokemon.png.convert.PngReencoder;

/**
 * Damages valid images of every form, and compares the verdict and what would be saved to the reference decoder.
 *
 * <p>Two oracles. For every case: an image is accepted if and only if the reference decoder takes it, and each way to
 * save it gives the pixels that the reference sees in the damaged file. For damaged bytes besides, where no checksum
 * was put right: what is accepted has the pixels of the original. The latter cannot be asked of whole chunks that were
 * moved, removed or rewritten with a right checksum: without its tRNS chunk, say, an image is another valid image.
 *
 * <p>{@code -Dpokemon.fuzz.seed} and {@code -Dpokemon.fuzz.cases} set the seed and the number of cases.
 */
final class PngFuzzTest {
    private static final long SEED = Long.getLong("pokemon.fuzz.seed", 20260101);
    private static final int CASES = Integer.getInteger("pokemon.fuzz.cases", 50_000);
    private static final long MAX_PIXELS = 20_000;

    private static final String[] ANCILLARY = {"tEXt", "gAMA", "iCCP", "pHYs", "tIME", "eXIf", "prVt"};

    private int accepted;

    @Row(19)
    @Test
    void refusesEachTruncationOfEveryForm() {
        int cases = 0;
        for (byte[] image : images(4)) {
            for (int length = 0; length < image.length; length++) {
                byte[] cut = Arrays.copyOf(image, length);
                assertEquals(null, save(cut), () -> describe("truncation", cut));
                cases++;
            }
        }
        report("truncations", cases);
    }

    @Row(19)
    @Test
    void acceptsDamagedBytesOnlyWhereThePixelsStay() throws IOException {
        Random random = new Random(SEED);
        List<byte[]> images = images(17);
        for (int i = 0; i < CASES / 2; i++) {
            byte[] image = images.get(random.nextInt(images.size()));
            byte[] damaged = ByteDamage.apply(image, random);
            Pixels pixels = compare(damaged);
            if (pixels != null) {
                assertEquals(ReferenceDecoder.decode(image, MAX_PIXELS), pixels, () -> describe("damage", damaged));
            }
        }
        report("damaged files", CASES / 2);
    }

    @Row(19)
    @Test
    void agreesWithTheReferenceOnRewrittenChunks() {
        Random random = new Random(SEED + 1);
        List<byte[]> images = images(17);
        int cases = CASES - CASES / 2;
        for (int i = 0; i < cases; i++) {
            byte[] image = images.get(random.nextInt(images.size()));
            byte[] damaged = ChunkDamage.apply(image, random);
            Pixels pixels = compare(damaged);
            List<byte[]> lenient = save(damaged, Checks.LENIENT);
            assertTrue(pixels == null || lenient != null, () -> describe("lenient", damaged));
            assertTrue(lenient == null || agreeing(lenient, damaged), () -> describe("forgiven", damaged));
        }
        report("files of rewritten chunks", cases);
        assertTrue(accepted > cases / 20, "too few accepted to say much: " + accepted);
    }

    @Row(63)
    @Test
    void forgivesOnlyWhatDoesNotReachThePixels() throws IOException {
        Random random = new Random(SEED + 2);
        List<byte[]> images = images(17);
        int forgiven = 0;
        for (int i = 0; i < CASES; i++) {
            byte[] image = withAncillaryChunks(images.get(random.nextInt(images.size())), random);
            byte[] damaged = ByteDamage.apply(image, random);
            List<byte[]> strict = save(damaged, Checks.STRICT);
            List<byte[]> lenient = save(damaged, Checks.LENIENT);
            if (lenient == null) {
                assertEquals(null, strict, () -> describe("lenient checks refused what strict ones take", damaged));
                continue;
            }
            Pixels pixels = ReferenceDecoder.decode(image, MAX_PIXELS);
            for (byte[] png : lenient) {
                // The reference refuses whatever is against the format, so it also proves the saved file.
                assertEquals(pixels, ReferenceDecoder.decode(png, MAX_PIXELS), () -> describe("forgiven", damaged));
            }
            forgiven += strict == null ? 1 : 0;
        }
        System.out.println("fuzz seed " + SEED + ": " + CASES + " damaged files, " + forgiven + " forgiven");
        assertTrue(forgiven > CASES / 20, "too few forgiven to say much: " + forgiven);
    }

    /** Checks the verdict and the pixels of one file; returns the pixels, or null when it is rightly refused. */
    private Pixels compare(byte[] file) {
        Pixels expected;
        try {
            expected = ReferenceDecoder.decode(file, MAX_PIXELS);
        } catch (IOException e) {
            expected = null;
        }
        List<byte[]> saved = save(file);
        assertEquals(expected == null, saved == null, () -> describe("verdict", file));
        if (saved != null) {
            accepted++;
            for (byte[] png : saved) {
                try {
                    assertEquals(expected, ReferenceDecoder.decode(png, MAX_PIXELS), () -> describe("pixels", file));
                } catch (IOException e) {
                    fail(describe("saved", file), e);
                }
            }
        }
        return expected;
    }

    /** Returns whether the reference decoder sees the same in all that was saved of a file. */
    private static boolean agreeing(List<byte[]> saved, byte[] file) {
        Set<Pixels> seen = new HashSet<>();
        for (byte[] png : saved) {
            try {
                seen.add(ReferenceDecoder.decode(png, MAX_PIXELS));
            } catch (IOException e) {
                fail(describe("saved", file), e);
            }
        }
        return seen.size() == 1;
    }

    /** Returns the image as written in each way there is, or null when it is refused. */
    private static List<byte[]> save(byte[] file) {
        return save(file, Checks.STRICT);
    }

    private static List<byte[]> save(byte[] file, Checks checks) {
        PngFile verified;
        try {
            verified = PngFile.verify(file, file.length, MAX_PIXELS, checks, false);
        } catch (BadImageException e) {
            return null;
        }
        try {
            return List.of(TestImages.written(verified), PngReencoder.reencode(verified));
        } catch (IOException e) {
            return fail(describe("saving", file), e);
        }
    }

    /** Returns images of every form, up to a width and height. */
    private static List<byte[]> images(int max) {
        Random random = new Random(SEED);
        List<byte[]> images = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            for (Form form : TestImages.everyForm(1, 1)) {
                int width = 1 + random.nextInt(max);
                int height = 1 + random.nextInt(max);
                Form sized = new Form(
                        width, height, form.bitDepth(), form.colorType(), form.interlaced(), form.transparent());
                images.add(TestImages.png(sized, random.nextLong()));
            }
        }
        return images;
    }

    private static String describe(String what, byte[] file) {
        return what + " with seed " + SEED + ": " + HexFormat.of().formatHex(file);
    }

    private void report(String what, int cases) {
        System.out.println("fuzz seed " + SEED + ": " + cases + " " + what + ", " + accepted + " accepted");
    }

    /** Returns the image with up to two chunks of random types and sizes before each of its own but the first. */
    private static byte[] withAncillaryChunks(byte[] png, Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteBuffer in = ByteBuffer.wrap(png);
        boolean betweenData = false;
        for (int at = 8; at < png.length; at += 12 + in.getInt(at)) {
            boolean isData = new String(png, at + 4, 4, StandardCharsets.ISO_8859_1).equals("IDAT");
            if (at > 8 && !(isData && betweenData)) {
                for (int more = random.nextInt(3); more > 0; more--) {
                    byte[] data = new byte[random.nextInt(30)];
                    random.nextBytes(data);
                    out.writeBytes(TestImages.chunk(ANCILLARY[random.nextInt(ANCILLARY.length)], data));
                }
            }
            betweenData = isData;
            out.write(png, at, 12 + in.getInt(at));
        }
        return TestImages.file(out.toByteArray());
    }
}
