package pokemon.cli.log;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import pokemon.directory.IoErrors;

/**
 * Where the lines of slf4j-simple go while a run goes on: beside the progress, and to a file.
 *
 * <p>That backend writes to {@code System.err}, and looks for it at each line. So {@code System.err} is replaced until
 * this is closed, which also keeps what libraries print there from garbling the progress. When the user configured the
 * backend by properties of the JVM, such as {@code org.slf4j.simpleLogger.defaultLogLevel}, its lines are shown as they
 * come.
 */
public final class LogOutput implements AutoCloseable {
    private static final String PREFIX = "org.slf4j.simpleLogger.";
    private static final String LEVEL = PREFIX + "defaultLogLevel";

    /** Whether the user configured slf4j-simple by properties of the JVM. */
    private static final boolean CONFIGURED =
            System.getProperties().stringPropertyNames().stream().anyMatch(name -> name.startsWith(PREFIX));

    private final PrintStream before = System.err;
    private final Optional<OutputStream> file;

    private LogOutput(Optional<OutputStream> file) {
        this.file = file;
    }

    /** Returns whether the user configured slf4j-simple by properties of the JVM. */
    public static boolean isConfigured() {
        return CONFIGURED;
    }

    /**
     * Begins to show and write lines. To be called before anything logs.
     *
     * @param shown the level from which on lines are shown
     * @param path the file that all lines from the level debug on are appended to
     * @param console shows a line
     * @throws IOException when the file cannot be opened
     */
    public static LogOutput start(LogLevel shown, Optional<Path> path, Consumer<String> console) throws IOException {
        Optional<OutputStream> file = path.isPresent() ? Optional.of(open(path.get())) : Optional.empty();
        if (System.getProperty(LEVEL) == null) {
            // What is not to be shown is left out below.
            System.setProperty(LEVEL, CONFIGURED && file.isEmpty() ? "warn" : "debug");
        }
        LogOutput output = new LogOutput(file);
        LogStream lines =
                new LogStream(CONFIGURED && file.isEmpty() ? Optional.empty() : Optional.of(shown), file, console);
        System.setErr(new PrintStream(lines, false, StandardCharsets.UTF_8));
        return output;
    }

    private static OutputStream open(Path path) throws IOException {
        try {
            return Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new IOException("--log-file: cannot write to " + path + ": " + IoErrors.reason(e), e);
        }
    }

    /** Returns the log of a run, which writes here. */
    public RunLog log() {
        return new RunLog();
    }

    /** Ends it. */
    @Override
    public void close() throws IOException {
        System.err.flush();
        System.setErr(before);
        if (file.isPresent()) {
            file.get().close();
        }
    }
}
