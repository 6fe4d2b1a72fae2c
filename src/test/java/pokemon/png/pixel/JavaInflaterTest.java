package pokemon.png.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.faults.rows.Row;
import pokemon.png.DeflateStreams;
import pokemon.png.TestImages;
import pokemon.png.chunk.BadImageException;
import pokemon.png.chunk.Chunk;

/**
 * Compares both inflaters with zlib: the verdict with its reason, the bytes, and how many bytes of the stream are used.
 *
 * <p>{@code -Dpokemon.fuzz.seed} and {@code -Dpokemon.fuzz.cases} set the seed and the number of damaged streams.
 */
final class JavaInflaterTest {
    private static final long SEED = Long.getLong("pokemon.fuzz.seed", 13);
    private static final int CASES = Integer.getInteger("pokemon.fuzz.cases", 40_000);

    /** More than any stream here inflates to, unless damage makes it so. */
    private static final int MAX = 1 << 20;

    private final Random random = new Random(SEED);
    private final DeflateStreams streams = new DeflateStreams(random);
    private final PixelInflater java = new JavaInflater();
    private final PixelInflater jdk = new JdkInflater();
    private final Map<String, Integer> verdicts = new TreeMap<>();

    /** What became of a stream: the bytes, the reason of a failure, and how many bytes come after the stream. */
    private record Result(String verdict, ByteBuffer content, long unused) {}

    private static Result byZlib(byte[] stream) {
        Inflater inflater = new Inflater();
        inflater.setInput(stream);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[10_000];
        try {
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                out.write(buffer, 0, count);
                if (inflater.needsDictionary()) {
                    return failed("the pixel data needs a preset dictionary");
                }
                if (count == 0 && !inflater.finished()) {
                    return failed("the pixel data ends early");
                }
                if (out.size() > MAX) {
                    return failed("too long");
                }
            }
            return new Result("valid", ByteBuffer.wrap(out.toByteArray()), inflater.getRemaining());
        } catch (DataFormatException e) {
            return failed("the pixel data is damaged: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }

    private static Result failed(String verdict) {
        return new Result(verdict, ByteBuffer.allocate(0), 0);
    }

    private static Result by(PixelInflater inflater, byte[] chunks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            inflater.begin(chunks, 0, chunks.length);
            for (int count = inflater.next(); count >= 0; count = inflater.next()) {
                assertTrue(count > 0, "an empty piece");
                out.write(inflater.buffer(), inflater.offset(), count);
                if (out.size() > MAX) {
                    return failed("too long");
                }
            }
            return new Result("valid", ByteBuffer.wrap(out.toByteArray()), inflater.unused());
        } catch (BadImageException e) {
            return failed(e.getMessage());
        } finally {
            inflater.release();
        }
    }

    /** Deals a stream out to chunks, of which some are empty and some have a byte. */
    private byte[] chunks(byte[] stream) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int done = 0;
        int max = random.nextInt(3) == 0 ? stream.length + 1 : 1 + random.nextInt(40);
        do {
            int size = Math.min(random.nextInt(max + 1), stream.length - done);
            out.writeBytes(
                    ByteBuffer.allocate(8).putInt(size).putInt(Chunk.IDAT).array());
            out.write(stream, done, size);
            // What stands where the checksum belongs must not get into the stream.
            out.writeBytes(ByteBuffer.allocate(4).putInt(random.nextInt()).array());
            done += size;
        } while (done < stream.length || random.nextInt(4) == 0);
        return out.toByteArray();
    }

    private void compare(byte[] stream) {
        Result expected = byZlib(stream);
        byte[] chunks = chunks(stream);
        assertEquals(expected, by(java, chunks), () -> describe(stream));
        if (random.nextInt(20) == 0) {
            assertEquals(expected, by(jdk, chunks), () -> describe(stream));
        }
        verdicts.merge(expected.verdict, 1, Integer::sum);
    }

    private static String describe(byte[] stream) {
        return "seed " + SEED + ", " + stream.length + " bytes: "
                + HexFormat.of().formatHex(stream, 0, Math.min(400, stream.length));
    }

    @Row(79)
    @Test
    void agreesWithZlibOnValidStreams() {
        for (int i = 0; i < 2_000; i++) {
            byte[] stream = streams.next();
            compare(stream);
        }
        assertEquals(Map.of("valid", 2_000), verdicts);
    }

    @Row(79)
    @Test
    void agreesWithZlibOnEachTruncation() {
        int cases = 0;
        while (cases < 20_000) {
            byte[] stream = streams.next();
            for (int length = 0; length < stream.length && stream.length < 2_000; length++) {
                compare(Arrays.copyOf(stream, length));
                cases++;
            }
        }
        assertEquals(Map.of("the pixel data ends early", cases), verdicts);
    }

    @Row(79)
    @Test
    void agreesWithZlibOnDamagedStreams() {
        byte[] stream = streams.next();
        for (int i = 0; i < CASES; i++) {
            if (i % 20 == 0 || stream.length == 0) {
                stream = streams.next();
            }
            compare(streams.damaged(stream));
        }
        System.out.println("fuzz seed " + SEED + ": " + CASES + " damaged zlib streams, " + verdicts);
        assertTrue(verdicts.size() >= 17, () -> "each reason that zlib has: " + verdicts);
    }

    /** The streams of other deflaters have chunks of this size. */
    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 8_192})
    void inflatesAnImageFromChunksOfAnySize(int size) {
        byte[] content = new byte[300_000];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (random.nextInt(3) == 0 ? random.nextInt(16) : i / 100);
        }
        byte[] stream = TestImages.deflate(content, 6);
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int i = 0; i < stream.length; i += size) {
            chunks.writeBytes(
                    TestImages.chunk("IDAT", Arrays.copyOfRange(stream, i, Math.min(stream.length, i + size))));
        }
        Result result = by(java, chunks.toByteArray());
        assertEquals("valid", result.verdict);
        assertEquals(ByteBuffer.wrap(content), result.content);
    }
}
