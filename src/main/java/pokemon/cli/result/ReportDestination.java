package pokemon.cli.result;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalInt;
import pokemon.directory.IoErrors;
import pokemon.directory.OutputFile;

/**
 * Where the JSON report of a run goes.
 *
 * @param path the word after {@code --json}; - for standard output
 */
public record ReportDestination(Path path) {
    private static final Path STDOUT = Path.of("-");

    private boolean isDash() {
        return path.equals(STDOUT);
    }

    /** Returns whether it is standard output, by whatever name. */
    public boolean isOnOutput() {
        return standardStream().equals(OptionalInt.of(OutputFile.STANDARD_OUTPUT));
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

    /** Checks before a run that the report can be written. An existing report stays as it is until then. */
    public void check() throws IOException {
        if (standardStream().isPresent()) {
            return;
        }
        check("--json", path);
    }

    /**
     * Checks that a file can be written later. Leaves everything as it was.
     *
     * @param option the option that names the file
     * @throws IOException when it cannot; the message names the option
     */
    public static void check(String option, Path file) throws IOException {
        try {
            new OutputFile(file).check();
        } catch (NoSuchFileException e) {
            // The directory is missing, not the file.
            throw new IOException(
                    option + ": no such directory: " + file.toAbsolutePath().getParent(), e);
        } catch (IOException e) {
            throw new IOException(option + ": cannot use " + file + ": " + IoErrors.reason(e), e);
        }
    }
}
