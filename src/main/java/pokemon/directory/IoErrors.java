package pokemon.directory;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Map;

/**
 * Explains why a file cannot be used. The type of the JDK's exception has the reason; its message may be a mere path.
 */
public final class IoErrors {
    private static final Map<Class<?>, String> REASONS = Map.of(
            NoSuchFileException.class, "no such file or directory",
            AccessDeniedException.class, "permission denied",
            NotDirectoryException.class, "not a directory",
            FileAlreadyExistsException.class, "something else has that name",
            MalformedInputException.class, "it is not text in UTF-8");

    private IoErrors() {}

    /** Returns the reason as a short clause without the file, in the system's own words where there are any. */
    public static String reason(IOException e) {
        if (REASONS.containsKey(e.getClass())) {
            return REASONS.get(e.getClass());
        }
        if (e instanceof FileSystemException failure) {
            return failure.getReason() == null
                    ? e.getClass().getSimpleName().replace("Exception", "")
                    : failure.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
