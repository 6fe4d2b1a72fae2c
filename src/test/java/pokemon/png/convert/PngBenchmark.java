package pokemon.png.convert;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import pokemon.benchmarks.InflateFloor;
import pokemon.png.ImageKind;
import pokemon.png.PngFile;
import pokemon.png.TestImages;
import pokemon.png.chunk.Checks;

/** What is done with one typical image of 475 by 475 pixels, RGBA, between the last byte and the file. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PngBenchmark {
    private static final int TYPICAL = 25;

    private final byte[] png = TestImages.mirrored(TYPICAL);
    private final InflateFloor floor = new InflateFloor();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(png.length);
    private final PngFile verified;
    private final BufferedImage decoded;

    public PngBenchmark() {
        try {
            verified = PngFile.verify(png, png.length, Long.MAX_VALUE, Checks.STRICT, true);
            decoded = ImageIoCodec.decode(ImageKind.PNG, png, png.length, Long.MAX_VALUE);
        } catch (IOException e) {
            throw new IllegalStateException("the mirror made a bad image", e);
        }
    }

    /** The floor: inflate and CRC, without looking at anything. */
    @Benchmark
    public long floor() throws DataFormatException {
        return floor.inflate(png);
    }

    /** The complete check. */
    @Benchmark
    public PngFile verify() throws IOException {
        return PngFile.verify(png, png.length, Long.MAX_VALUE);
    }

    /** What {@code --reencode auto} does with a plain image that was verified. */
    @Benchmark
    public int reencodeAuto() throws IOException {
        out.reset();
        verified.writeTo(out);
        return out.size();
    }

    /** What {@code --reencode always} does with an image that was verified; includes the check of the result. */
    @Benchmark
    public byte[] reencodeAlways() throws IOException {
        return PngReencoder.reencode(verified);
    }

    /** The decoder of ImageIO alone. */
    @Benchmark
    public BufferedImage imageIoDecode() throws IOException {
        return ImageIoCodec.decode(ImageKind.PNG, png, png.length, Long.MAX_VALUE);
    }

    /** The encoder of ImageIO alone. */
    @Benchmark
    public byte[] imageIoEncode() throws IOException {
        return ImageIoCodec.encode(decoded);
    }
}
