package pokemon.directory;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says why a file cannot be used; the JDK's exceptions say it with their names, and their messages only where. */
public final class IoErrors {
    private IoErrors() {}

    /** Returns the reason as a short clause without the file, in the system's own words where there are any. */
    public static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NotDirectoryException) {
            return "not a directory";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "something else has that name";
        }
        if (e instanceof CharacterCodingException) {
            return "it is not text in UTF-8";
        }
        if (e instanceof FileSystemException failure) {
            return failure.getReason() == null
                    ? e.getClass().getSimpleName().replace("Exception", "")
                    : failure.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
