package pokemon.mirror.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Serves the regular files of a directory, except links to files outside of it. */
public record DirectoryStore(Path root) implements ImageStore {
    private static final Map<String, String> TYPES = Map.of(
            "png", "image/png",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "gif", "image/gif",
            "bmp", "image/bmp",
            "webp", "image/webp",
            "svg", "image/svg+xml",
            "html", "text/html; charset=utf-8",
            "txt", "text/plain; charset=utf-8",
            "json", "application/json");

    /** The largest file that is served, in bytes: each is held in memory meanwhile. */
    private static final long MAX_BYTES = 256L << 20;

    public DirectoryStore {
        root = root.toAbsolutePath().normalize();
    }

    @Override
    public Optional<Image> find(String path) throws IOException {
        try {
            // The path is decoded, so an encoded ".." does not escape the check.
            Path file = root.resolve(path.substring(1)).normalize();
            // The real path of what is no file may be an error, such as one that leads through a file.
            if (!file.startsWith(root)
                    || !Files.isRegularFile(file)
                    || !file.toRealPath().startsWith(root.toRealPath())) {
                return Optional.empty();
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new IOException(file + " is too large to be served");
            }
            Instant modified = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
            return Optional.of(new Image(type(path), modified, List.of(Files.readAllBytes(file))));
        } catch (InvalidPathException | NoSuchFileException e) {
            // No file has such a name, or it was deleted meanwhile.
            return Optional.empty();
        }
    }

    private static String type(String path) {
        String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(extension, "application/octet-stream");
    }
}
