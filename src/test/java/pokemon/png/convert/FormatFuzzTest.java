package pokemon.png.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import pokemon.faults.rows.Row;
import pokemon.png.ByteDamage;
import pokemon.png.ReferenceDecoder;
import pokemon.png.chunk.BadImageException;
import pokemon.png.convert.FormatSamples.Sample;

/**
 * Damages images of every format, each with the same share: they end in a clean failure or a valid PNG, and in memory
 * that does not depend on what they claim.
 *
 * <p>{@code -Dpokemon.fuzz.seed} and {@code -Dpokemon.fuzz.cases} set the seed and the number of cases.
 */
final class FormatFuzzTest {
    private static final long SEED = Long.getLong("pokemon.fuzz.seed", 9);
    private static final int CASES = Integer.getInteger("pokemon.fuzz.cases", 20_000);
    private static final long MAX_PIXELS = 10_000;

    /** Enough for the pixels allowed, several times over, and for the readers' own tables, in bytes. */
    private static final long MAX_MEMORY = 8 << 20;

    private static final ThreadMXBean MEMORY = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Row(19)
    @Test
    void noTruncationIsAccepted() {
        for (Sample sample : FormatSamples.all()) {
            for (int length = 12; length < sample.file().length; length++) {
                byte[] cut = Arrays.copyOf(sample.file(), length);
                assertThrows(
                        BadImageException.class,
                        () -> PngReencoder.reencode(cut, cut.length, MAX_PIXELS),
                        () -> describe(sample, cut));
            }
        }
    }

    @Test
    void damageEndsInACleanFailureOrAValidImage() {
        Random random = new Random(SEED);
        List<Sample> samples = FormatSamples.all();
        Map<String, Integer> accepted = new TreeMap<>();
        long most = 0;
        for (int i = 0; i < CASES; i++) {
            Sample sample = samples.get(i % samples.size());
            byte[] damaged = ByteDamage.apply(sample.file(), random);
            long before = MEMORY.getCurrentThreadAllocatedBytes();
            boolean valid = isAccepted(sample, damaged);
            long allocated = MEMORY.getCurrentThreadAllocatedBytes() - before;
            // The first image of a format loads its reader.
            if (i >= samples.size()) {
                most = Math.max(most, allocated);
                assertTrue(allocated < MAX_MEMORY, () -> allocated + " bytes for " + describe(sample, damaged));
            }
            accepted.merge(sample.name(), valid ? 1 : 0, Integer::sum);
        }
        System.out.println("fuzz seed " + SEED + ": " + CASES + " damaged images of " + samples.size()
                + " formats, at most " + most + " bytes for one; accepted " + accepted);
        assertEquals(samples.size(), accepted.size());
    }

    private static boolean isAccepted(Sample sample, byte[] damaged) {
        byte[] png;
        try {
            png = PngReencoder.reencode(damaged, damaged.length, MAX_PIXELS);
        } catch (BadImageException e) {
            assertTrue(e.getMessage().length() > 10, e.getMessage());
            return false;
        } catch (IOException | RuntimeException e) {
            return fail(describe(sample, damaged), e);
        }
        try {
            ReferenceDecoder.decode(png, MAX_PIXELS);
        } catch (IOException e) {
            fail(describe(sample, damaged), e);
        }
        return true;
    }

    private static String describe(Sample sample, byte[] file) {
        String bytes = HexFormat.of().formatHex(file, 0, Math.min(300, file.length));
        return sample + " with seed " + SEED + ", " + file.length + " bytes: " + bytes;
    }
}
