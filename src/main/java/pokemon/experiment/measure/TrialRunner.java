package pokemon.experiment.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pokemon.download.ConversionSettings;
import pokemon.download.DownloadSettings;
import pokemon.download.connect.ConnectionSettings;
import pokemon.download.connect.RequestSettings;
import pokemon.experiment.plan.CancellationToken;
import pokemon.report.TraceRun;
import pokemon.schedule.Scheduler;
import pokemon.schedule.run.Concurrency;
import pokemon.schedule.run.IdSet;
import pokemon.schedule.run.RunListener;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.RunSettings;
import pokemon.schedule.run.StartMode;
import pokemon.schedule.run.StopReason;
import pokemon.schedule.run.WorkerSettings;
import pokemon.source.Source;

/** Runs trials with one source, each into a temporary directory of its own. */
public final class TrialRunner implements AutoCloseable {
    private final TrialSettings settings;
    private final Source.OpenSource source;

    TrialRunner(TrialSettings settings, Source.OpenSource source) {
        this.settings = settings;
        this.source = source;
    }

    /**
     * Runs a trial.
     *
     * @return the report of the run; its time spans the start of the workers, the downloads and the end of the workers,
     *     but not making or removing the directory
     * @throws IOException when the trial cannot start
     */
    public RunReport run(Trial trial, CancellationToken stop) throws IOException {
        try (TemporaryDirectory directory = TemporaryDirectory.create()) {
            Optional<TraceRun> trace = settings.trace().map(file -> file.begin(trial.name()));
            Scheduler scheduler = new Scheduler(
                    run(trial, directory.path()),
                    trace.<List<RunListener>>map(List::of).orElse(List.of()));
            RunReport report = stop.guard(
                    () -> scheduler.stop(new StopReason(StopReason.Cause.REQUESTED, "the experiment was stopped")),
                    scheduler::run);
            trace.ifPresent(to -> to.end(report));
            return report;
        }
    }

    private RunSettings run(Trial trial, Path directory) {
        Concurrency workers = new Concurrency.Fixed(trial.workers());
        RequestSettings request = RequestSettings.of(settings.userAgent())
                .withConnection(ConnectionSettings.DIRECT.withProxies(source.proxies()));
        return RunSettings.of(
                IdSet.of(settings.range()),
                new WorkerSettings(trial.kind(), workers, trial.schedule(), StartMode.ALL, settings.jvmArguments()),
                DownloadSettings.of(source.images(), directory, request)
                        .withConversion(ConversionSettings.DEFAULT.withReencode(settings.reencode())));
    }

    @Override
    public void close() {
        source.close();
    }
}
