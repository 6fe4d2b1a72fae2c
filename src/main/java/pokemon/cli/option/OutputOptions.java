package pokemon.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import pokemon.directory.OutputFile;
import pokemon.directory.UntrustedText;

/** The options that say what a run prints. */
public final class OutputOptions extends OptionMixin {
    private static final String JSON = "--json";

    @Option(
            names = JSON,
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
     * @param retried the report whose ids are tried again; the new report may replace it
     * @throws ParameterException when a file would stand in the place of an image or of another file
     */
    public void check(Path images, Optional<Path> retried) {
        Map<String, Path> files = new LinkedHashMap<>();
        retried.ifPresent(file -> files.put(IdOptions.RETRY_FAILED, file));
        if (json != null) {
            files.put(JSON, json);
        }
        lines.file().ifPresent(file -> files.put(JsonLinesOption.NAME, file));
        trace.file().ifPresent(file -> files.put(TraceOption.NAME, file));
        log.file().ifPresent(file -> files.put(LogOptions.FILE, file));
        List<String> options = List.copyOf(files.keySet());
        for (int i = 0; i < options.size(); i++) {
            for (String second : options.subList(i + 1, options.size())) {
                checkApart(options.get(i), second, files);
            }
        }
        files.remove(IdOptions.RETRY_FAILED);
        files.forEach((option, file) -> check(option, file, images));
    }

    private void checkApart(String first, String second, Map<String, Path> files) {
        String both = first + " and " + second;
        if (isOnOutput(first) && isOnOutput(second)) {
            throw usageError(both + " both go to standard output: name a file for one of them");
        }
        boolean isUpdate = first.equals(IdOptions.RETRY_FAILED) && second.equals(JSON);
        if (!isUpdate && OutputFile.isSameFile(files.get(first), files.get(second))) {
            throw usageError(both + " are the same file: " + files.get(second));
        }
    }

    private boolean isOnOutput(String option) {
        return switch (option) {
            case JSON -> new ReportDestination(json).isOnOutput();
            case JsonLinesOption.NAME -> lines.isOnOutput();
            case TraceOption.NAME -> trace.isOnOutput();
            default -> false;
        };
    }

    private void check(String option, Path file, Path images) {
        if (ImageName.hasForm(String.valueOf(file.getFileName()))
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

    /** Begins to write the log, and to show it on a console. */
    public LogOutput openLog(Consumer<String> console) throws IOException {
        return log.open(isQuiet(), console);
    }

    /**
     * Checks before a run that its report and its trace can be written. Existing ones stay as they are until then.
     *
     * @throws IOException when one of them cannot be written
     */
    public void prepare() throws IOException {
        if (json != null) {
            new ReportDestination(json).check();
        }
        trace.check();
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
     * Returns what prints the events of a run.
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
                Optional.ofNullable(json).map(ReportDestination::new),
                lines.isOnOutput() || trace.isOnOutput(),
                out(),
                err());
    }
}
