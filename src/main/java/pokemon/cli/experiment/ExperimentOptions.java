package pokemon.cli.experiment;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pokemon.cli.option.OptionMixin;
import pokemon.cli.option.ProgressOption;
import pokemon.cli.option.TraceOption;
import pokemon.cli.process.ExitCode;
import pokemon.cli.process.ShutdownHook;
import pokemon.cli.process.Version;
import pokemon.cli.progress.ExperimentProgress;
import pokemon.cli.result.ReportDestination;
import pokemon.directory.IoErrors;
import pokemon.experiment.Experiment;
import pokemon.experiment.plan.CancellationToken;
import pokemon.experiment.report.Baseline;
import pokemon.experiment.report.ExperimentReport;
import pokemon.experiment.report.Platform;
import pokemon.experiment.report.ReportFiles;
import pokemon.experiment.report.ReportText;
import pokemon.experiment.report.RunMetadata;
import pokemon.report.Host;
import pokemon.report.TraceFile;

/** The options of every experiment, and running one. */
public final class ExperimentOptions extends OptionMixin {
    /** What writing the files may take after a signal, pictures included. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Directory for the results, created when missing. Default: ./pokemon-experiment-NAME.")
    private Path directory;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The seed of every random choice. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Compare each point with an earlier results.json of this experiment.")
    private Path baselineFile;

    @Mixin
    private ProgressOption progress;

    @Option(
            names = {"-q", "--quiet"},
            fallbackValue = "true",
            description = "No progress.")
    private boolean quiet;

    @Mixin
    private TraceOption traceOption;

    private Optional<TraceFile> trace = Optional.empty();

    /** Returns what takes a trace of each trial, if it is wanted. */
    public Optional<TraceFile> trace() {
        trace = trace.or(traceOption::recorder);
        return trace;
    }

    public long seed() {
        return seed;
    }

    /**
     * Runs an experiment until it ends or a signal stops it, prints its report and writes its files.
     *
     * @return the exit code: {@link ExitCode#INCOMPLETE} when files could not be written, which a message says
     * @throws Exception whatever the experiment throws
     */
    public int run(Experiment experiment) throws Exception {
        Optional<Baseline> baseline = baseline(experiment.name());
        Path target = directory == null ? Path.of("pokemon-experiment-" + experiment.name()) : directory;
        Files.createDirectories(target);
        ReportDestination.check("--out", target.resolve("results.json"));
        traceOption.check();
        ReportFiles.prepare();
        CancellationToken stop = new CancellationToken();
        return ShutdownHook.guard(stop::request, PATIENCE, () -> {
            ExperimentReport report;
            try (ExperimentProgress shown = progress.ofTrials(quiet, err())) {
                ExperimentReport measured = experiment.run(metadata(), shown, stop);
                report = baseline.map(earlier -> earlier.addTo(measured)).orElse(measured);
            }
            boolean written = trace().isEmpty() || traceOption.write(trace().get());
            PrintWriter out = out();
            ReportText.lines(report).forEach(out::println);
            out.flush();
            try {
                ReportFiles.write(report, target);
            } catch (IOException e) {
                err().println("pokemon: not all results could be written to " + target + ": " + IoErrors.reason(e));
                return ExitCode.INCOMPLETE;
            }
            out.println("Written to " + target + ": report.html, results.json, results.csv, results.dat, pictures");
            out.flush();
            return written ? ExitCode.OK : ExitCode.INCOMPLETE;
        });
    }

    /** Reads the baseline before anything is measured, and before its file may be replaced. */
    private Optional<Baseline> baseline(String experiment) {
        if (baselineFile == null) {
            return Optional.empty();
        }
        try {
            Baseline baseline = Baseline.read(baselineFile);
            if (!baseline.experiment().equals(experiment)) {
                throw usageError("--baseline: " + baselineFile + " is a result of the experiment "
                        + baseline.experiment() + ", not of " + experiment);
            }
            return Optional.of(baseline);
        } catch (IOException e) {
            throw usageError("--baseline: " + baselineFile + " cannot be used: " + IoErrors.reason(e));
        }
    }

    private RunMetadata metadata() {
        String line = Stream.concat(
                        Stream.of("pokemon"), command().root().commandLine().getParseResult().originalArgs().stream())
                .map(word -> word.matches("[\\w./:=,@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        return new RunMetadata(
                Version.number(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                line,
                Host.current(),
                Platform.current());
    }
}
