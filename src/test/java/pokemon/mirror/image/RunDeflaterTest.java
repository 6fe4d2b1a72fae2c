package pokemon.mirror.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.Adler32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

final class RunDeflaterTest {
    private static void assertSurvives(byte[] input) throws DataFormatException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(RunDeflater.begin(input));
            byte[] output = new byte[input.length + 1];
            int length = inflater.inflate(output);
            assertArrayEquals(input, Arrays.copyOf(output, length));
            assertTrue(inflater.needsInput(), "more blocks have to follow");
        } finally {
            inflater.end();
        }
    }

    @Test
    void runsOfEveryLengthSurvive() throws DataFormatException {
        for (int length = 0; length < 800; length++) {
            assertSurvives(new byte[length]);
        }
    }

    @Test
    void everyByteValueSurvives() throws DataFormatException {
        byte[] bytes = new byte[100_000];
        new Random(1).nextBytes(bytes);
        assertSurvives(bytes);
    }

    @Test
    void runsBetweenNoiseSurvive() throws DataFormatException {
        Random random = new Random(2);
        byte[] bytes = new byte[50_000];
        int at = 0;
        while (at < bytes.length) {
            int noise = Math.min(bytes.length - at, random.nextInt(9));
            for (int i = 0; i < noise; i++) {
                bytes[at + i] = (byte) random.nextInt();
            }
            at += noise + random.nextInt(600);
        }
        assertSurvives(bytes);
    }

    @Test
    void adlerSumsCombineToTheSumOfTheWhole() {
        Random random = new Random(3);
        for (int i = 0; i < 1000; i++) {
            byte[] whole = new byte[1 + random.nextInt(200_000)];
            random.nextBytes(whole);
            int cut = random.nextInt(whole.length);
            int combined =
                    PngBuilder.combine(adler(whole, 0, cut), adler(whole, cut, whole.length), whole.length - cut);
            assertEquals(adler(whole, 0, whole.length), combined);
        }
    }

    private static int adler(byte[] bytes, int from, int to) {
        Adler32 adler = new Adler32();
        adler.update(bytes, from, to - from);
        return (int) adler.getValue();
    }
}
