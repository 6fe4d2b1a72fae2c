package pokemon.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pokemon.cli.config.ConfigDefaults;
import pokemon.cli.log.LogOutput;
import pokemon.cli.log.RunLog;
import pokemon.cli.option.DownloadOptions;
import pokemon.cli.option.IdOptions;
import pokemon.cli.option.OutputOptions;
import pokemon.cli.option.PaceOptions;
import pokemon.cli.option.SourceOptions;
import pokemon.cli.option.WorkerOptions;
import pokemon.cli.process.ExitCode;
import pokemon.cli.process.ShutdownHook;
import pokemon.cli.process.Terminal;
import pokemon.cli.progress.ConsoleReporter;
import pokemon.cli.progress.Progress;
import pokemon.cli.value.Candidates;
import pokemon.cli.value.Converters;
import pokemon.cli.value.Shard;
import pokemon.directory.SystemKind;
import pokemon.download.DownloadSettings;
import pokemon.download.outcome.FailureKind;
import pokemon.report.JsonLines;
import pokemon.report.RunRequest;
import pokemon.report.TraceFile;
import pokemon.report.TraceRun;
import pokemon.schedule.Scheduler;
import pokemon.schedule.run.Concurrency;
import pokemon.schedule.run.IdRange;
import pokemon.schedule.run.IdResult;
import pokemon.schedule.run.IdSet;
import pokemon.schedule.run.RunListener;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.RunSettings;
import pokemon.schedule.run.StopReason;
import pokemon.schedule.run.WorkerKind;
import pokemon.source.Source;

/** The main command: downloads images. */
@Command(
        name = "pokemon",
        description = {
            "Downloads a range of Pokémon images with threads or processes.",
            "The terms of a public site apply to what you download; --rate 5 is gentle with it."
        },
        customSynopsis = {
            "pokemon [start_id [stop_id [tp [nbr_tp [out_dir]]]]] [options]",
            "       pokemon --ids LIST [tp [nbr_tp [out_dir]]] [options]",
            "       pokemon --retry-failed REPORT [tp [nbr_tp [out_dir]]] [options]",
            "       pokemon stats DIR | pokemon gallery DIR | pokemon timeline REPORT",
            "       pokemon mirror | pokemon sources | pokemon experiment ... | pokemon help"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pokemon 1 898 T 8 /tmp/pokedex     898 images with 8 threads",
            "  pokemon 1 151 P 4 /tmp/pokedex     151 images with 4 processes",
            "  pokemon 1 898 T auto /tmp/pokedex  a number of threads found during the run",
            "  pokemon 1 898 T 8 /tmp/pokedex --source embedded",
            "                                     offline, from the built-in mirror",
            "  pokemon 1 898 T 8 /tmp/pokedex --resume",
            "                                     only the images that are missing",
            "  pokemon --retry-failed report.json",
            "                                     only what failed in that run",
            "  pokemon stats /tmp/pokedex --range 1-898",
            "                                     are all images there and valid?",
            "  pokemon gallery /tmp/pokedex       gallery.html, a page of all images"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All saved or skipped.",
            "1:Some failed or were not attempted, or a result could not be written.",
            "2:Invalid arguments; nothing was touched.",
            "3:Nothing could start, or every id would fail for the same reason.",
            "130:Stopped by Ctrl-C.",
            "143:Stopped by SIGTERM."
        })
public final class ScrapeCommand extends CliCommand {
    /** Each id has a place in the report, which must be written within the time that a signal leaves. */
    private static final int MAX_IDS = 100_000;

    /** Reasons that a further attempt does not change. */
    private static final Set<StopReason.Cause> HOPELESS =
            EnumSet.of(StopReason.Cause.ALL_FAIL_ALIKE, StopReason.Cause.NO_WORKERS, StopReason.Cause.NO_THREADS);

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "start_id",
            defaultValue = "1",
            converter = Converters.Positive.class,
            description = "Id of the first image, or a range such as 1-898. Default: ${DEFAULT-VALUE}.")
    private int startId;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "stop_id",
            defaultValue = "898",
            converter = Converters.Positive.class,
            description = "Id of the last image, included. Default: ${DEFAULT-VALUE}.")
    private int stopId;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "tp",
            defaultValue = "T",
            converter = Converters.Kind.class,
            completionCandidates = Candidates.Kinds.class,
            description = "T for threads, P for processes. Default: ${DEFAULT-VALUE}.")
    private WorkerKind kind;

    @Parameters(
            index = "3",
            arity = "0..1",
            paramLabel = "nbr_tp",
            defaultValue = "4",
            converter = Converters.WorkerNumber.class,
            completionCandidates = Candidates.Workers.class,
            description =
                    "The largest number of workers; auto finds a good one during the run. Default: ${DEFAULT-VALUE}.")
    private OptionalInt workers;

    @Parameters(
            index = "4",
            arity = "0..1",
            paramLabel = "out_dir",
            defaultValue = "/tmp/",
            description = "Directory for the images, created when missing. Default: ${DEFAULT-VALUE}.")
    private Path directory;

    @Option(names = "-o", paramLabel = "DIR", description = "The same as out_dir.")
    private Path shortDirectory;

    @Option(
            names = "-j",
            paramLabel = "N",
            converter = Converters.WorkerNumber.class,
            completionCandidates = Candidates.Workers.class,
            description = "The same as nbr_tp.")
    private OptionalInt jobs;

    @Mixin
    private IdOptions chosen;

    @Mixin
    private SourceOptions source;

    @Mixin
    private DownloadOptions download;

    @Mixin
    private PaceOptions pace;

    @Mixin
    private WorkerOptions workerOptions;

    @Option(
            names = "--dry-run",
            fallbackValue = "true",
            description = "Print what would be downloaded, a line for each id; request and write nothing.")
    private boolean dryRun;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() throws Exception {
        chosen.check();
        takeShortOptions();
        if (workers.isEmpty() && workerOptions.isStatic()) {
            throw usageError("--schedule static deals fixed shares, so nbr_tp must be a number, not auto");
        }
        IdSet ids = chosen.ids(this::range);
        source.check();
        download.check();
        output.check(directory, chosen.report());
        if (dryRun) {
            PrintWriter out = out();
            // A range may have billions of ids, and the reader may leave early.
            download.forecast(ids, source::address, directory)
                    .lines()
                    .takeWhile(line -> !out.checkError())
                    .forEach(out::println);
            return ExitCode.OK;
        }
        if (ids.size() > MAX_IDS) {
            throw usageError(
                    ids.size() + " ids are too many for one run, which takes up to " + MAX_IDS + ": split them");
        }
        output.prepare();
        chosen.tellRetry(source.asked(), directory);
        tellWhere(ids);
        try (Source.OpenSource opened = source.source().open()) {
            return run(settings(ids, opened));
        }
    }

    private void takeShortOptions() {
        if (SystemKind.isWindows() && directory.equals(Path.of("/tmp/"))) {
            directory = Path.of(System.getProperty("java.io.tmpdir"));
        }
        if (shortDirectory != null) {
            requireOnce("out_dir", "-o");
            directory = shortDirectory;
        }
        if (jobs != null) {
            requireOnce("nbr_tp", "-j");
            workers = jobs;
        }
    }

    private void requireOnce(String positional, String option) {
        if (isTyped(positional)) {
            throw usageError(positional + " and " + option + " mean the same: use one of them");
        }
    }

    private boolean isTyped(String positional) {
        return command().commandLine().getParseResult().matchedPositionals().stream()
                .anyMatch(each -> each.paramLabel().equals(positional));
    }

    /** Prints what the run does, on a terminal and where a default was used. */
    private void tellWhere(IdSet ids) {
        if (ids.size() == 0) {
            return;
        }
        boolean usesDefault = !isTyped("tp")
                || (jobs == null && !isTyped("nbr_tp"))
                || (shortDirectory == null && !isTyped("out_dir"));
        RunNotice notice = new RunNotice(ids, directory, kind, concurrency());
        if (usesDefault || Terminal.current().interactive()) {
            output.tell(notice.whatGoesWhere());
        }
        notice.tooManyWorkers().ifPresent(output::tell);
    }

    private IdSet range() {
        if (stopId < startId) {
            throw usageError("stop_id " + stopId + " is below start_id " + startId + ": the lower one comes first");
        }
        return IdSet.of(new IdRange(startId, stopId));
    }

    private RunSettings settings(IdSet ids, Source.OpenSource opened) throws IOException {
        DownloadSettings one = download.settings(
                opened.images(),
                source.isForeign(),
                opened.proxies(),
                directory,
                output.isReporting(),
                output.isLogging());
        RunSettings all = RunSettings.of(ids, workerOptions.settings(kind, concurrency()), one);
        // What an earlier run did not find says nothing about the address.
        return pace.limit(chosen.isRetry(), all.withRetry(download.retryPolicy()));
    }

    private Concurrency concurrency() {
        return workers.isPresent()
                ? new Concurrency.Fixed(workers.getAsInt())
                : Concurrency.Adaptive.forThisMachine(kind);
    }

    private int run(RunSettings settings) throws Exception {
        Progress progress = output.progress(settings.ids().size());
        if (!output.isLogging()) {
            return run(settings, progress, Optional.empty());
        }
        try (LogOutput shown = output.openLog(progress::println)) {
            RunLog log = shown.log();
            log.begins(settings, ConfigDefaults.found(command()));
            return run(settings, progress, Optional.of(log));
        }
    }

    private int run(RunSettings settings, Progress progress, Optional<RunLog> log) throws Exception {
        ConsoleReporter reporter = output.reporter(
                progress, id -> settings.download().source().uri(id).toString());
        List<RunListener> listeners = new ArrayList<>(List.of(reporter));
        log.ifPresent(listeners::add);
        Optional<JsonLines> lines = output.lines().open();
        lines.ifPresent(listeners::add);
        Optional<TraceFile> trace = output.trace().recorder();
        Optional<TraceRun> traced = trace.map(file -> file.begin("pokemon " + settings.ids()));
        traced.ifPresent(listeners::add);
        Scheduler scheduler = new Scheduler(settings, listeners);
        StopReason signal = new StopReason(StopReason.Cause.REQUESTED, "a signal asked for it");
        return ShutdownHook.guard(() -> scheduler.stop(signal), () -> {
            RunReport report;
            try (progress) {
                report = scheduler.run();
                reporter.finished(report.forgiven());
                log.ifPresent(to -> to.ended(report));
                traced.ifPresent(to -> to.end(report));
            }
            boolean written = lines.isEmpty() || output.lines().finish(lines.get(), report);
            written &= trace.isEmpty() || output.trace().write(trace.get());
            written &= output.printer()
                    .print(report, new RunRequest(source.asked(), chosen.shard().map(Shard::toString)));
            return written ? exitCode(report) : Math.max(exitCode(report), ExitCode.INCOMPLETE);
        });
    }

    private static int exitCode(RunReport report) {
        if (report.stop().filter(stop -> isHopeless(stop, report)).isPresent()) {
            return ExitCode.CANNOT_START;
        }
        return report.isComplete() ? ExitCode.OK : ExitCode.INCOMPLETE;
    }

    /** A server that stopped serving after a first image is a reason to resume; a directory or workers are not. */
    private static boolean isHopeless(StopReason stop, RunReport report) {
        boolean server = stop.cause() == StopReason.Cause.ALL_FAIL_ALIKE
                && stop.failure().filter(kind -> kind == FailureKind.UNWRITABLE).isEmpty();
        return HOPELESS.contains(stop.cause()) && !(server && report.count(IdResult.Status.SAVED) > 0);
    }
}
