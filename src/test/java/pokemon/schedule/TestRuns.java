package pokemon.schedule;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import pokemon.download.DownloadSettings;
import pokemon.download.Downloader;
import pokemon.download.ImageSource;
import pokemon.download.connect.RequestSettings;
import pokemon.download.outcome.FailureKind;
import pokemon.download.outcome.Outcome;
import pokemon.schedule.run.Concurrency;
import pokemon.schedule.run.IdRange;
import pokemon.schedule.run.IdSet;
import pokemon.schedule.run.RunListener;
import pokemon.schedule.run.RunSettings;
import pokemon.schedule.run.WorkerKind;
import pokemon.schedule.run.WorkerSettings;

/** Runs without a server: each test says how attempts end. */
final class TestRuns {
    static final Outcome SAVED = new Outcome.Saved(10, Optional.empty());

    private TestRuns() {}

    /** Returns a scheduler of a run whose workers are those of a test. */
    static Scheduler scheduler(
            RunSettings settings, IntFunction<Downloader> workers, Ticker ticker, RunListener... listeners) {
        return new Scheduler(settings, new EventQueue(List.of(listeners)), workers, ticker);
    }

    static Outcome.Failed failed(FailureKind kind) {
        return new Outcome.Failed(kind, "reason");
    }

    /** Returns the settings of a run of the ids from 1 to a last one, by a fixed number of threads. */
    static RunSettings settings(int last, int workers, Path directory) {
        return settings(last, WorkerSettings.of(WorkerKind.THREADS, new Concurrency.Fixed(workers)), directory);
    }

    /** Returns the settings of a run of the ids from 1 to a last one. */
    static RunSettings settings(int last, WorkerSettings workers, Path directory) {
        return RunSettings.of(
                IdSet.of(new IdRange(1, last)),
                workers,
                DownloadSettings.of(
                        new ImageSource("http://127.0.0.1:9/{id}.png"), directory, RequestSettings.of("test")));
    }
}
