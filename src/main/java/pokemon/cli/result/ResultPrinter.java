package pokemon.cli.result;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import pokemon.cli.process.Version;
import pokemon.directory.IoErrors;
import pokemon.directory.OutputFile;
import pokemon.report.Host;
import pokemon.report.RunReportWriter;
import pokemon.report.RunRequest;
import pokemon.report.RunSummary;
import pokemon.schedule.run.RunReport;

/** Prints the summary of a run and writes its report. */
public final class ResultPrinter {
    /** How long printing waits for a reader after a run that was stopped. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Where the report goes if that never waits for a reader. */
    private final Optional<ReportDestination> file;
    /** Where the report goes otherwise. */
    private final Optional<ReportDestination> stream;

    private final boolean summaryOnError;
    private final PrintWriter out;
    private final PrintWriter err;
    private volatile long movedAt = System.nanoTime();

    /**
     * Prepares for a run.
     *
     * @param destination where the report goes; nothing when none is wanted
     * @param outputIsTaken whether standard output carries something else, so that the summary goes to standard error
     */
    public ResultPrinter(
            Optional<ReportDestination> destination, boolean outputIsTaken, PrintWriter out, PrintWriter err) {
        this.file = destination.filter(ReportDestination::isPlainFile);
        this.stream = destination.filter(to -> !to.isPlainFile());
        this.summaryOnError = outputIsTaken
                || destination.filter(ReportDestination::isOnOutput).isPresent();
        this.out = out;
        this.err = err;
    }

    /**
     * Prints the result of a run. A report in a file is written first, because standard output may block. After a
     * stopped run, printing is given up when standard output takes nothing for a second.
     *
     * @param request what was asked for
     * @return whether everything was written where it was to go; otherwise a message says why not
     */
    public boolean print(RunReport report, RunRequest request) throws InterruptedException, ExecutionException {
        boolean written = file.isEmpty() || writeFile(file.get(), report, request);
        movedAt = System.nanoTime();
        boolean printed = report.stop().isPresent() ? printInTime(report, request) : printNow(report, request);
        return printed && written;
    }

    private boolean printInTime(RunReport report, RunRequest request) throws InterruptedException, ExecutionException {
        FutureTask<Boolean> printed = new FutureTask<>(() -> printNow(report, request));
        Thread thread = new Thread(printed, "results");
        thread.setDaemon(true);
        thread.start();
        while (true) {
            try {
                long left = movedAt + PATIENCE.toNanos() - System.nanoTime();
                return printed.get(Math.max(left, 0), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (System.nanoTime() - movedAt >= PATIENCE.toNanos()) {
                    err.println("pokemon: the results are left out: standard output is not read");
                    return false;
                }
            }
        }
    }

    /** Prints the summary, and before it the report, if that was not written yet. */
    private boolean printNow(RunReport report, RunRequest request) {
        boolean written = stream.isEmpty() || write(stream.get(), report, request);
        out.flush();
        PrintWriter summary = summaryOnError ? err : out;
        RunSummary.lines(report).forEach(summary::println);
        summary.flush();
        return written;
    }

    private boolean write(ReportDestination to, RunReport report, RunRequest request) {
        OptionalInt descriptor = to.standardStream();
        if (descriptor.isEmpty()) {
            return writeFile(to, report, request);
        }
        try {
            writeTo(descriptor.getAsInt() == OutputFile.STANDARD_OUTPUT ? out : new Flushed(err), report, request);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("print writers do not throw", e);
        }
    }

    private boolean writeFile(ReportDestination to, RunReport report, RunRequest request) {
        try {
            to.file().write(bytes -> {
                Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
                writeTo(writer, report, request);
                writer.flush();
            });
            return true;
        } catch (IOException e) {
            err.println("pokemon: --json: cannot write " + to.path() + ": " + IoErrors.reason(e));
            return false;
        }
    }

    private void writeTo(Writer writer, RunReport report, RunRequest request) throws IOException {
        Writer watched = new FilterWriter(writer) {
            @Override
            public void write(char[] chars, int offset, int length) throws IOException {
                super.write(chars, offset, length);
                movedAt = System.nanoTime();
            }
        };
        RunReportWriter.write(watched, report, Version.number(), Host.current(), request);
    }

    /** Flushes after each piece. Without that, the background writer drops lines when its buffer is full. */
    private static final class Flushed extends FilterWriter {
        Flushed(Writer writer) {
            super(writer);
        }

        @Override
        public void write(char[] chars, int offset, int length) throws IOException {
            super.write(chars, offset, length);
            flush();
        }
    }
}
