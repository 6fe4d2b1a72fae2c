package pokemon.gallery;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import pokemon.directory.DirectoryListing;
import pokemon.png.TestImages;

/** Directories of images, and galleries of them. */
final class SampleGallery {
    static final long MAX_PIXELS = 1_000_000;

    private SampleGallery() {}

    /** Saves 5 and 8, whole, and a damaged 7. */
    static Path mixed(Path directory) throws IOException {
        Files.createDirectories(directory);
        save(directory, 5, 200, 100, 0xffcc0000);
        save(directory, 8, 30, 40, 0xff0000cc);
        Files.writeString(directory.resolve("007.png"), "<b>no image</b>");
        return directory;
    }

    private static void save(Path directory, int id, int width, int height, int argb) throws IOException {
        byte[] png = painted(width, height, BufferedImage.TYPE_INT_ARGB, argb);
        Files.write(directory.resolve(String.format(Locale.ROOT, "%03d.png", id)), png);
    }

    /** Returns an image of one colour. */
    static byte[] painted(int width, int height, int type, int argb) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, argb);
            }
        }
        return TestImages.encoded(image, "png");
    }

    static Gallery of(Path directory, int first, int last) throws IOException {
        return Gallery.of(DirectoryListing.of(directory), first, last, MAX_PIXELS, valid -> {});
    }
}
