package pokemon.download.output;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import pokemon.directory.ImageName;
import pokemon.directory.IoErrors;
import pokemon.png.PngFile;
import pokemon.png.chunk.Checks;

/** The directory that images are written to; it may be missing before {@link #prepare}. */
public record OutputDirectory(Path path) {
    /**
     * Creates the directory when it is missing, checks that files can be written there and removes temporary files of
     * killed runs.
     *
     * @throws IOException when images cannot be written there; the message says why
     */
    public void prepare() throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new IOException(path + " is not a directory");
        }
        try {
            Files.createDirectories(path);
            // Permissions are not enough: a file system may be read-only, and root may do everything.
            Path probe = path.resolve(TemporaryFileName.nextName());
            Files.createFile(probe);
            Files.delete(probe);
        } catch (IOException e) {
            throw new IOException("cannot write to " + path + ": " + IoErrors.reason(e), e);
        }
        try {
            removeOrphans();
        } catch (IOException e) {
            // Such as a directory that may be written but not listed. Orphans harm no image.
            return;
        }
    }

    /** Returns where the image of an id stands once it is published. */
    public Path file(int id) {
        return path.resolve(ImageName.of(id));
    }

    /**
     * Returns the modification time of the file of an id, or nothing when it is missing or no complete image.
     *
     * <p>The checks are strict: a saved image has no fault. A symbolic link to a complete image counts, as in stores
     * that keep images elsewhere. Only writing replaces it.
     *
     * @param maxPixels largest accepted width times height
     */
    public Optional<Instant> timeOfCompleteFile(int id, long maxPixels) {
        Path file = file(id);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            PngFile.read(file, maxPixels, Checks.STRICT);
            return Optional.of(Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            // Damaged or unreadable, so it is downloaded anew. If that fails too, its outcome says why.
            return Optional.empty();
        }
    }

    void removeOrphans() throws IOException {
        Instant now = Instant.now();
        removeTemporaries((name, written) -> name.isOrphan(written, now));
    }

    /** Removes the temporary files of a dead process. */
    public void removeTemporariesOf(long pid) throws IOException {
        removeTemporaries((name, written) -> name.isOf(pid));
    }

    private void removeTemporaries(BiPredicate<TemporaryFileName, Instant> condition) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, ".pokemon-*.tmp")) {
            for (Path file : files) {
                Optional<TemporaryFileName> name =
                        TemporaryFileName.parse(file.getFileName().toString());
                if (name.isPresent() && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    removeIfAllowed(file, written -> condition.test(name.get(), written));
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static void removeIfAllowed(Path file, Predicate<Instant> condition) throws IOException {
        try {
            FileTime written = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS);
            if (condition.test(written.toInstant())) {
                Files.deleteIfExists(file);
            }
        } catch (FileSystemException e) {
            // It belongs to another user, in a shared directory such as /tmp, or its owner finished it meanwhile.
            return;
        }
    }
}
