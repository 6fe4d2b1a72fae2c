package pokemon.cli.result;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalInt;
import pokemon.directory.OutputFile;

/**
 * Where the JSON report of a run goes.
 *
 * @param path the word after {@code --json}; - for standard output
 */
public record ReportDestination(Path path) {
    private static final Path STDOUT = Path.of("-");

    /** Returns whether the word for standard output was given. */
    public boolean isDash() {
        return path.equals(STDOUT);
    }

    /** Returns which standard stream it is, if it is one: {@code /dev/stderr} is one, too. */
    OptionalInt standardStream() {
        OptionalInt descriptor = isDash() ? OptionalInt.of(OutputFile.STANDARD_OUTPUT) : file().descriptor();
        int number = descriptor.orElse(0);
        return number == OutputFile.STANDARD_OUTPUT || number == OutputFile.STANDARD_ERROR
                ? descriptor
                : OptionalInt.empty();
    }

    /** Returns whether it is a file on a disk, rather than a stream, whose reader may keep the writer waiting. */
    boolean isPlainFile() {
        return standardStream().isEmpty() && !file().isStream();
    }

    OutputFile file() {
        return new OutputFile(path);
    }

    /**
     * Checks before a run that the report can be written. An existing report stays as it is until then.
     *
     * @throws IOException when the report cannot be written
     */
    public void check() throws IOException {
        if (standardStream().isPresent()) {
            return;
        }
        try {
            file().check();
        } catch (NoSuchFileException e) {
            // The directory is missing, not the file.
            throw new IOException(
                    "--json: no such directory: " + path.toAbsolutePath().getParent(), e);
        }
    }
}
