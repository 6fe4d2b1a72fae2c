package pokemon.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import pokemon.png.PngFile;
import pokemon.png.chunk.BadImageException;
import pokemon.png.chunk.Checks;

/**
 * A file that was read and checked completely.
 *
 * @param bytes its size, 0 when even that cannot be found out
 * @param damage what is wrong with it as a short clause, empty for a completely valid image
 */
public record CheckedFile(long bytes, String damage, Optional<PngFile> png) {
    /** Reads and checks a file; an image of more than {@code maxPixels} counts as damaged. */
    public static CheckedFile of(Path file, long maxPixels, Checks checks) {
        long bytes = 0;
        try {
            bytes = Files.size(file);
            return new CheckedFile(bytes, "", Optional.of(PngFile.read(file, maxPixels, checks)));
        } catch (BadImageException e) {
            return new CheckedFile(bytes, e.getMessage(), Optional.empty());
        } catch (IOException e) {
            String result = e.getCause() instanceof OutOfMemoryError ? "not checked: " : "cannot be read: ";
            return new CheckedFile(bytes, result + IoErrors.reason(e), Optional.empty());
        }
    }
}
