package pokemon.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import pokemon.cli.log.LogOutput;
import pokemon.cli.progress.ConsoleReporter;
import pokemon.cli.progress.Progress;
import pokemon.cli.result.ReportDestination;
import pokemon.cli.result.ResultPrinter;
import pokemon.directory.ImageName;
import pokemon.directory.UntrustedText;

/** The options that say what a run prints. */
public final class OutputOptions extends OptionMixin {
    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = {
                "Write the run report as JSON.",
                "With - it goes to standard output, and the summary to standard error."
            })
    private Path json;

    @Mixin
    private ProgressOption progress;

    @Option(
            names = {"-q", "--quiet"},
            fallbackValue = "true",
            description = "No progress and no warnings; failures and the summary are still shown.")
    private boolean quiet;

    @Mixin
    private JsonLinesOption lines;

    @Mixin
    private TraceOption trace;

    @Mixin
    private LogOptions log;

    /**
     * Checks the options.
     *
     * @param images where the images go
     * @throws ParameterException when a file would stand in the place of an image
     */
    public void check(Path images) {
        check("--json", json, images);
        check(JsonLinesOption.NAME, lines.file().orElse(null), images);
        if (lines.isOnOutput() && json != null && new ReportDestination(json).isDash()) {
            throw usageError("--json and --jsonl both go to standard output: name a file for one of them");
        }
        check(TraceOption.NAME, trace.file().orElse(null), images);
        check("--log-file", log.file().orElse(null), images);
    }

    private void check(String option, Path file, Path images) {
        if (file != null
                && ImageName.hasForm(String.valueOf(file.getFileName()))
                && images.toAbsolutePath()
                        .normalize()
                        .equals(file.toAbsolutePath().normalize().getParent())) {
            throw usageError(option + ": " + file + " is the place of an image" + origin(option));
        }
    }

    /** Prints a line on standard error, unless quiet. */
    public void tell(String line) {
        if (!isQuiet()) {
            err().println(UntrustedText.escaped(line));
        }
    }

    /** Returns whether anything may be logged. */
    public boolean isLogging() {
        return log.isLogging();
    }

    /**
     * Begins to show and write the log.
     *
     * @param console shows a line
     * @throws IOException when the file of the log cannot be opened
     */
    public LogOutput openLog(Consumer<String> console) throws IOException {
        return log.open(isQuiet(), console);
    }

    /**
     * Checks before a run that its report can be written. An existing report stays as it is until then.
     *
     * @throws IOException when the report cannot be written
     */
    public void prepare() throws IOException {
        if (json != null) {
            new ReportDestination(json).check();
        }
    }

    /** Returns whether a report is wanted, or a line of JSON for each id. */
    public boolean isReporting() {
        return json != null || lines.file().isPresent();
    }

    /** Returns the option that writes a line of JSON for each id. */
    public JsonLinesOption lines() {
        return lines;
    }

    /** Returns the option that writes what each worker did. */
    public TraceOption trace() {
        return trace;
    }

    /** Returns the progress display of a run, given its number of ids. */
    public Progress progress(int total) {
        return progress.ofImages(total, isQuiet(), err());
    }

    /** Returns whether --quiet is set, unless --verbose has precedence. */
    private boolean isQuiet() {
        return quiet && !(log.isVerbose() && log.rank() < rank("--quiet"));
    }

    /**
     * Returns what tells of the events of a run.
     *
     * @param addresses where the image of an id comes from
     */
    public ConsoleReporter reporter(Progress shown, IntFunction<String> addresses) {
        return new ConsoleReporter(shown, verbosity(), addresses);
    }

    private ConsoleReporter.Verbosity verbosity() {
        if (isQuiet()) {
            return ConsoleReporter.Verbosity.QUIET;
        }
        return log.isVerbose() ? ConsoleReporter.Verbosity.VERBOSE : ConsoleReporter.Verbosity.NORMAL;
    }

    /** Returns what prints the result of a run. */
    public ResultPrinter printer() {
        return new ResultPrinter(
                Optional.ofNullable(json).map(ReportDestination::new), lines.isOnOutput(), out(), err());
    }
}
