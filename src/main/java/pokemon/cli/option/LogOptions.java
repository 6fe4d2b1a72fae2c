package pokemon.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.event.Level;
import picocli.CommandLine.Option;
import pokemon.cli.log.LogOutput;

/** The options that say what is logged, and where. */
public final class LogOptions extends OptionMixin {
    static final String FILE = "--log-file";
    private static final String VERBOSE = "--verbose";

    @Option(
            names = {"-v", VERBOSE},
            description = {
                "One line for each image, and the log from the level info on: retries, pauses, child JVMs.",
                "-vv: from the level debug on, with each request."
            })
    private boolean[] verbose = {};

    @Option(
            names = FILE,
            paramLabel = "FILE",
            description = "Append the log to this file, from the level debug on, with time, thread and logger.")
    private Path file;

    boolean isVerbose() {
        return level() != Level.WARN;
    }

    /** Returns the rank of the place where the level comes from. */
    int rank() {
        return rank(VERBOSE);
    }

    private Level level() {
        int wanted = 0;
        for (boolean each : verbose) {
            wanted += each ? 1 : 0;
        }
        return wanted == 0 ? Level.WARN : wanted == 1 ? Level.INFO : Level.DEBUG;
    }

    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** Returns whether anything may be logged. Loading SLF4J takes time that a run without a log does not need. */
    boolean isLogging() {
        return isVerbose() || file != null || LogOutput.isConfigured();
    }

    /** Begins to write the log, and to show it on a console; only its warnings when quiet. */
    LogOutput open(boolean quiet, Consumer<String> console) throws IOException {
        return LogOutput.start(quiet ? Level.WARN : level(), file(), console);
    }
}
