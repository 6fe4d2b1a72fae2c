package pokemon.experiment.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import pokemon.download.ConversionSettings;
import pokemon.download.DownloadSettings;
import pokemon.download.RequestSettings;
import pokemon.download.connect.ConnectionSettings;
import pokemon.schedule.Scheduler;
import pokemon.schedule.run.Concurrency;
import pokemon.schedule.run.IdSet;
import pokemon.schedule.run.RunListener;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.RunSettings;
import pokemon.schedule.run.StartMode;
import pokemon.schedule.run.StopReason;
import pokemon.schedule.run.WorkerSettings;

/** Runs trials against one source, each into a directory of its own that is removed afterwards. */
public final class TrialRunner implements AutoCloseable {
    private final TrialSettings settings;
    private final TrialSource.OpenSource source;

    TrialRunner(TrialSettings settings, TrialSource.OpenSource source) {
        this.settings = settings;
        this.source = source;
    }

    /** Something done in a directory. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Path directory) throws IOException;
    }

    /**
     * Runs a trial.
     *
     * @return the run's own report: its time spans the workers' start, the downloads and the workers' end, and neither
     *     the making nor the removing of the directory
     * @throws IOException when the trial cannot start
     */
    public RunReport run(Trial trial, CancellationToken stop) throws IOException {
        return inFreshDirectory(directory -> {
            Scheduler scheduler = new Scheduler(run(trial, directory), new RunListener() {});
            return stop.guard(
                    () -> scheduler.stop(new StopReason(StopReason.Cause.REQUESTED, "the experiment was stopped")),
                    scheduler::run);
        });
    }

    /** Returns the settings of single downloads into a directory. */
    DownloadSettings download(Path directory) {
        return DownloadSettings.of(
                        source.images(),
                        directory,
                        RequestSettings.of(settings.userAgent())
                                .withConnection(ConnectionSettings.DIRECT.withProxies(source.proxies())))
                .withConversion(ConversionSettings.DEFAULT.withReencode(settings.reencode()));
    }

    private RunSettings run(Trial trial, Path directory) {
        return RunSettings.of(
                IdSet.of(settings.range()),
                WorkerSettings.of(trial.kind(), new Concurrency.Fixed(trial.workers()))
                        .withSchedule(trial.schedule())
                        .withStart(StartMode.ALL),
                download(directory));
    }

    /** Makes a directory, works in it and removes it. */
    public static <T> T inFreshDirectory(Work<T> work) throws IOException {
        Path directory = Files.createTempDirectory("pokemon-experiment-");
        try {
            return work.in(directory);
        } finally {
            remove(directory);
        }
    }

    private static void remove(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            // A child that was ended late may still have written something: no reason to lose what was measured.
            return;
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
