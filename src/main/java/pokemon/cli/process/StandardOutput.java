package pokemon.cli.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.regex.Pattern;
import pokemon.directory.IoErrors;

/**
 * Standard output that remembers its first failure, since a {@code PrintWriter} hides it.
 *
 * <p>Earlier output to standard error appears first.
 */
public final class StandardOutput extends OutputStream {
    /** What Linux, macOS and Windows call a pipe whose reader has left. */
    private static final Pattern READER_LEFT = Pattern.compile("(?i)broken pipe|pipe (is being|has been)");

    private final OutputStream stream;
    private final PrintWriter err;
    private volatile Optional<IOException> failure = Optional.empty();

    /** Makes the stream of one that writes at once. */
    public StandardOutput(OutputStream stream, PrintWriter err) {
        this.stream = stream;
        this.err = err;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (failure.isPresent()) {
            throw new IOException("standard output has failed before", failure.get());
        }
        err.flush();
        try {
            stream.write(bytes, offset, length);
        } catch (IOException e) {
            failure = Optional.of(e);
            throw e;
        }
    }

    /**
     * Reports a failure, if there was one. A reader that left early is none.
     *
     * @param code the exit code so far
     * @return the exit code: of an ended call that failed for no other reason {@link ExitCode#INCOMPLETE}
     */
    public int exitCode(int code) {
        Optional<String> reason = failure.map(IoErrors::reason)
                .filter(text -> !READER_LEFT.matcher(text).find());
        reason.ifPresent(text -> err.println("pokemon: cannot write to standard output: " + text));
        return reason.isPresent() && code == ExitCode.OK ? ExitCode.INCOMPLETE : code;
    }
}
