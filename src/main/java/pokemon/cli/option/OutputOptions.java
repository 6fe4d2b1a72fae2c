package pokemon.cli.option;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import pokemon.cli.log.LogOutput;
import pokemon.cli.process.Version;
import pokemon.cli.progress.ConsoleReporter;
import pokemon.cli.progress.Progress;
import pokemon.directory.ImageName;
import pokemon.directory.IoErrors;
import pokemon.directory.OutputFile;
import pokemon.directory.UntrustedText;
import pokemon.report.Host;
import pokemon.report.JsonDocuments;
import pokemon.report.RunRequest;
import pokemon.report.RunSummary;
import pokemon.schedule.run.RunReport;

/** The options that say what a run prints, and the printing. */
public final class OutputOptions extends OptionMixin {
    private static final Path STDOUT = Path.of("-");

    /** How long printing waits for a reader after a run that was stopped. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

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
        if (lines.isOnOutput() && STDOUT.equals(json)) {
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
        if (reportStream().isPresent() || json == null) {
            return;
        }
        try {
            new OutputFile(json).check();
        } catch (NoSuchFileException e) {
            // The directory is missing, not the file.
            throw new IOException(
                    "--json: no such directory: " + json.toAbsolutePath().getParent(), e);
        }
    }

    /** Returns which standard stream takes the report, if one does. */
    private OptionalInt reportStream() {
        if (json == null) {
            return OptionalInt.empty();
        }
        OptionalInt descriptor =
                json.equals(STDOUT) ? OptionalInt.of(OutputFile.STANDARD_OUTPUT) : new OutputFile(json).descriptor();
        int number = descriptor.orElse(0);
        return number == OutputFile.STANDARD_OUTPUT || number == OutputFile.STANDARD_ERROR
                ? descriptor
                : OptionalInt.empty();
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

    /**
     * Prints the result of a run. A report in a file is written first, because standard output may block. After a
     * stopped run, printing is given up when standard output takes nothing for a second.
     *
     * @param request what was asked for
     * @return whether everything was written where it was to go; otherwise a message says why not
     */
    public boolean print(RunReport report, RunRequest request) throws InterruptedException, ExecutionException {
        boolean inFile = json != null && reportStream().isEmpty() && !new OutputFile(json).isStream();
        boolean written = !inFile || new Results(report, request).writeFile();
        Results results = new Results(report, request);
        boolean printed = report.stop().isPresent() ? inTime(results, !inFile) : results.print(!inFile);
        return printed && written;
    }

    private boolean inTime(Results results, boolean withReport) throws InterruptedException, ExecutionException {
        FutureTask<Boolean> printed = new FutureTask<>(() -> results.print(withReport));
        Thread thread = new Thread(printed, "results");
        thread.setDaemon(true);
        thread.start();
        while (true) {
            try {
                long left = results.movedAt + PATIENCE.toNanos() - System.nanoTime();
                return printed.get(Math.max(left, 0), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (System.nanoTime() - results.movedAt >= PATIENCE.toNanos()) {
                    err().println("pokemon: the results are left out: standard output is not read");
                    return false;
                }
            }
        }
    }

    /** The result of a run on its way out. */
    private final class Results {
        private final RunReport report;
        private final RunRequest request;
        private final PrintWriter out = out();
        private final PrintWriter err = err();
        private volatile long movedAt = System.nanoTime();

        Results(RunReport report, RunRequest request) {
            this.report = report;
            this.request = request;
        }

        private void writeTo(Writer writer) throws IOException {
            Writer watched = new FilterWriter(writer) {
                @Override
                public void write(char[] chars, int offset, int length) throws IOException {
                    out.write(chars, offset, length);
                    movedAt = System.nanoTime();
                }
            };
            JsonDocuments.run(watched, report, Version.number(), Host.current(), request);
        }

        boolean writeFile() {
            try {
                new OutputFile(json).write(stream -> {
                    Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
                    writeTo(writer);
                    writer.flush();
                });
                return true;
            } catch (IOException e) {
                err.println("pokemon: --json: cannot write " + json + ": " + IoErrors.reason(e));
                return false;
            }
        }

        /** Prints the summary, and before it the report, if that was not written yet. */
        boolean print(boolean withReport) {
            OptionalInt stream = reportStream();
            boolean onOutput = stream.equals(OptionalInt.of(OutputFile.STANDARD_OUTPUT));
            boolean written = true;
            if (stream.isPresent()) {
                written = printReport(onOutput ? out : new Flushed(err));
            } else if (withReport && json != null) {
                written = writeFile();
            }
            out.flush();
            PrintWriter summary = onOutput || lines.isOnOutput() ? err : out;
            RunSummary.lines(report).forEach(summary::println);
            summary.flush();
            return written;
        }

        private boolean printReport(Writer writer) {
            try {
                writeTo(writer);
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException("print writers do not throw", e);
            }
        }
    }

    /** Flushes after each piece. Without that, the background writer drops lines when its buffer is full. */
    private static final class Flushed extends FilterWriter {
        Flushed(Writer writer) {
            super(writer);
        }

        @Override
        public void write(char[] chars, int offset, int length) throws IOException {
            out.write(chars, offset, length);
            out.flush();
        }
    }
}
