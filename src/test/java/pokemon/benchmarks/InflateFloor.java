package pokemon.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The floor under the CPU time of a run: inflating the pixels of each image and one CRC over its bytes, in one thread.
 *
 * <p>As a program it does that once with every {@code *.png} of a directory and prints the CPU time. All files are read
 * first, so that the time of reading does not raise the floor.
 */
public final class InflateFloor {
    private static final int SIGNATURE = 8;
    private static final int CHUNK_HEAD = 8;
    private static final int CHUNK_CHECKSUM = 4;
    private static final int IDAT = 0x49444154;

    private final Inflater inflater = new Inflater();
    private final CRC32 crc = new CRC32();
    private final byte[] pixels = new byte[1 << 16];

    /**
     * Inflates the pixels of every image of a directory and prints the images, their CPU time, and the CPU time of
     * everything before: start and reading.
     *
     * @param args the directory
     */
    public static void main(String[] args) throws IOException, DataFormatException {
        List<byte[]> images = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(args[0]), "*.png")) {
            for (Path file : files) {
                images.add(Files.readAllBytes(file));
            }
        }
        InflateFloor floor = new InflateFloor();
        double before = cpuSeconds();
        long inflated = 0;
        for (byte[] image : images) {
            inflated += floor.inflate(image);
        }
        double seconds = cpuSeconds() - before;
        System.out.printf(
                Locale.ROOT,
                "images %d inflated %d cpu_seconds %.2f cpu_seconds_before %.2f%n",
                images.size(),
                inflated,
                seconds,
                before);
    }

    /** Returns the CPU time of this process, user and system, all threads. */
    private static double cpuSeconds() {
        Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
        return cpu.toNanos() / 1e9;
    }

    /** Inflates the pixels of a valid PNG, computes the CRC of the file, and returns how many bytes came out. */
    public long inflate(byte[] png) throws DataFormatException {
        crc.reset();
        crc.update(png);
        inflater.reset();
        ByteBuffer file = ByteBuffer.wrap(png);
        for (int at = SIGNATURE; at < png.length; at += CHUNK_HEAD + file.getInt(at) + CHUNK_CHECKSUM) {
            if (file.getInt(at + 4) == IDAT) {
                inflater.setInput(png, at + CHUNK_HEAD, file.getInt(at));
                while (!inflater.needsInput() && !inflater.finished()) {
                    inflater.inflate(pixels);
                }
            }
        }
        if (!inflater.finished()) {
            throw new DataFormatException("the pixels end early");
        }
        return inflater.getBytesWritten();
    }
}
