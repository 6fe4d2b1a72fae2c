import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Prints the number of PNG files in a directory whose pixels differ from those of the file of the same name in another
 * directory. Files that are in one directory only, or are no images, are not counted.
 *
 * <p>Runs from its source: {@code java SamePixels.java DIR OTHER_DIR}.
 */
final class SamePixels {
    private SamePixels() {}

    /** Compares two directories. */
    public static void main(String[] args) throws IOException {
        Path other = Path.of(args[1]);
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(args[0]))) {
            files = all.filter(file -> file.toString().endsWith(".png")).toList();
        }
        int differing = 0;
        for (Path file : files) {
            Path twin = other.resolve(file.getFileName());
            if (Files.isRegularFile(twin) && differ(file, twin)) {
                differing++;
            }
        }
        System.out.println(differing);
    }

    private static boolean differ(Path one, Path other) throws IOException {
        if (Files.mismatch(one, other) < 0) {
            return false;
        }
        BufferedImage first = read(one);
        BufferedImage second = read(other);
        return first != null && second != null && !Arrays.equals(pixels(first), pixels(second));
    }

    private static BufferedImage read(Path file) {
        try {
            return ImageIO.read(file.toFile());
        } catch (IOException e) {
            return null; // pokemon stats counts damage.
        }
    }

    /** Returns the pixels row by row, and the width. */
    private static int[] pixels(BufferedImage image) {
        int width = image.getWidth();
        int[] pixels = Arrays.copyOf(
                image.getRGB(0, 0, width, image.getHeight(), null, 0, width), width * image.getHeight() + 1);
        pixels[pixels.length - 1] = width;
        return pixels;
    }
}
