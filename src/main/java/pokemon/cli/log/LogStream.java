package pokemon.cli.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pokemon.directory.IoErrors;

/** Takes what slf4j-simple writes, one event from flush to flush, and hands it on to the file and the console. */
final class LogStream extends OutputStream {
    /** A line with time and thread, which the console leaves out. */
    private static final Pattern FULL =
            Pattern.compile("\\S+ \\[.*?\\] ((TRACE|DEBUG|INFO|WARN|ERROR) .*)", Pattern.DOTALL);

    private final Optional<LogLevel> shown;
    private final Consumer<String> console;
    private final ByteArrayOutputStream event = new ByteArrayOutputStream();
    private Optional<OutputStream> file;

    /** Makes a stream that shows lines from a level on, without time and thread; without a level, all as they come. */
    LogStream(Optional<LogLevel> shown, Optional<OutputStream> file, Consumer<String> console) {
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
        } else if (isShown(full.group(2), shown.get())) {
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

    private static boolean isShown(String level, LogLevel from) {
        return switch (level) {
            case "TRACE" -> false;
            case "DEBUG" -> from == LogLevel.DEBUG;
            case "INFO" -> from != LogLevel.WARN;
            default -> true;
        };
    }

    private void show(String text) {
        text.lines().forEach(console);
    }
}
