package pokemon.png;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import pokemon.png.chunk.BadImageException;
import pokemon.png.chunk.BigEndian;
import pokemon.png.chunk.Chunk;
import pokemon.png.pixel.JavaInflater;
import pokemon.png.pixel.JdkInflater;
import pokemon.png.pixel.PixelInflater;

/** The two inflaters at images of 475 by 475 pixels RGBA: one of the mirror, and one of shades with noise. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class InflateBenchmark {
    private static final int TYPICAL = 25;

    @Param({"mirror", "shaded"})
    private String image;

    private final PixelInflater java = new JavaInflater();
    private final PixelInflater jdk = new JdkInflater();
    private byte[] png;
    private int start;
    private int end;

    /** Finds the IDAT chunks. */
    @Setup
    public void prepare() {
        png = image.equals("mirror") ? TestImages.mirrored(TYPICAL) : TestImages.shaded(TYPICAL);
        int at = 8;
        start = -1;
        while (at < png.length) {
            boolean data = BigEndian.int32(png, at + 4) == Chunk.IDAT;
            start = data && start < 0 ? at : start;
            at += Chunk.OVERHEAD + BigEndian.int32(png, at);
            end = data ? at : end;
        }
    }

    /** In plain Java. */
    @Benchmark
    public long java() throws BadImageException {
        return inflate(java);
    }

    /** By the zlib of the JDK. */
    @Benchmark
    public long jdk() throws BadImageException {
        return inflate(jdk);
    }

    private long inflate(PixelInflater inflater) throws BadImageException {
        inflater.begin(png, start, end);
        long total = 0;
        for (int count = inflater.next(); count >= 0; count = inflater.next()) {
            total += count;
        }
        return total;
    }
}
