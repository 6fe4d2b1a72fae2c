package pokemon.cli.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.event.Level;
import pokemon.directory.IoErrors;
import pokemon.directory.OutputFile;

/**
 * Directs the lines of slf4j-simple during a run: to the console beside the progress, and to a file.
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
    public static LogOutput start(Level shown, Optional<Path> path, Consumer<String> console) throws IOException {
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
            OutputFile file = new OutputFile(path);
            return file.isStream()
                    ? file.open()
                    : Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new IOException("--log-file: cannot write to " + path + ": " + IoErrors.reason(e), e);
        }
    }

    /** Returns the log of a run, which writes here. */
    public RunLog log() {
        return new RunLog();
    }

    @Override
    public void close() throws IOException {
        System.err.flush();
        System.setErr(before);
        if (file.isPresent()) {
            file.get().close();
        }
    }

    /** Takes what slf4j-simple writes, one event from flush to flush, and hands it on to the file and the console. */
    static final class LogStream extends OutputStream {
        /** A line with time and thread, which the console leaves out. */
        private static final Pattern FULL =
                Pattern.compile("\\S+ \\[.*?\\] ((TRACE|DEBUG|INFO|WARN|ERROR) .*)", Pattern.DOTALL);

        private final Optional<Level> shown;
        private final Consumer<String> console;
        private final ByteArrayOutputStream event = new ByteArrayOutputStream();
        private Optional<OutputStream> file;

        /**
         * Makes a stream that shows lines from a level on, without time and thread; without a level, all as they come.
         */
        LogStream(Optional<Level> shown, Optional<OutputStream> file, Consumer<String> console) {
            this.shown = shown;
            this.file = file;
            this.console = console;
        }

        @Override
        public synchronized void write(int value) {
            event.write(value);
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            event.write(bytes, offset, length);
        }

        @Override
        public synchronized void flush() {
            if (event.size() == 0) {
                return;
            }
            String text = event.toString(StandardCharsets.UTF_8);
            file.ifPresent(this::append);
            event.reset();
            Matcher full = FULL.matcher(text);
            if (shown.isEmpty() || !full.matches()) {
                show(text);
            } else if (Level.valueOf(full.group(2)).toInt() >= shown.get().toInt()) {
                show(full.group(1));
            }
        }

        private void append(OutputStream stream) {
            try {
                event.writeTo(stream);
            } catch (IOException e) {
                file = Optional.empty();
                console.accept("pokemon: --log-file: the log ends here: " + IoErrors.reason(e));
            }
        }

        private void show(String text) {
            text.lines().forEach(console);
        }
    }
}
