package pokemon.report;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pokemon.download.ConversionSettings;
import pokemon.download.DownloadSettings;
import pokemon.download.ExistingFilePolicy;
import pokemon.download.ImageSource;
import pokemon.download.connect.ConnectionSettings;
import pokemon.download.connect.RequestSettings;
import pokemon.download.outcome.FailureKind;
import pokemon.download.outcome.Outcome;
import pokemon.download.trace.Phase;
import pokemon.download.trace.Phases;
import pokemon.schedule.adaptive.ConcurrencyChange;
import pokemon.schedule.run.Concurrency;
import pokemon.schedule.run.IdRange;
import pokemon.schedule.run.IdResult;
import pokemon.schedule.run.IdSet;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.RunSettings;
import pokemon.schedule.run.StopReason;
import pokemon.schedule.run.WorkerKind;
import pokemon.schedule.run.WorkerResult;
import pokemon.schedule.run.WorkerSettings;

/** Reports of runs that never were. */
final class SampleRuns {
    private SampleRuns() {}

    private static RunSettings settings(IdRange range, WorkerKind kind, Concurrency workers) {
        DownloadSettings download = new DownloadSettings(
                ImageSource.parse("http://127.0.0.1:8080/"),
                Path.of("/tmp/pokedex"),
                new RequestSettings(
                        ConnectionSettings.DIRECT,
                        Duration.ofMillis(2_500),
                        "pokemon/test",
                        List.of(),
                        RequestSettings.MAX_BYTES),
                ConversionSettings.DEFAULT,
                ExistingFilePolicy.UPDATE,
                true,
                true,
                false);
        return RunSettings.of(IdSet.of(range), WorkerSettings.of(kind, workers), download);
    }

    /** A run of a quarter of a second in which the first worker saved all ids, each of 150 kB. */
    static RunReport complete(int ids, WorkerKind kind, int workers) {
        List<IdResult> results = IntStream.rangeClosed(1, ids)
                .mapToObj(id -> result(id, 1, 0, saved(Optional.empty())))
                .toList();
        return new RunReport(
                settings(new IdRange(1, ids), kind, new Concurrency.Fixed(workers)),
                Instant.EPOCH,
                millis(250),
                results,
                workers(ids, kind, workers),
                0,
                List.of(),
                Optional.empty());
    }

    private static List<WorkerResult> workers(int ids, WorkerKind kind, int workers) {
        int processes = kind == WorkerKind.PROCESSES ? 1 : 0;
        WorkerResult first = new WorkerResult(0, ids, 150_000L * ids, millis(100), millis(150), processes);
        Stream<WorkerResult> others = IntStream.range(1, processes == 0 ? 1 : Math.min(ids, workers))
                .mapToObj(worker -> new WorkerResult(worker, 0, 0, 0, millis(250), 1));
        return Stream.concat(Stream.of(first), others).toList();
    }

    /** The same run by processes of which some did not start. */
    static RunReport unstarted(int ids, int workers, int unstarted) {
        RunReport all = complete(ids, WorkerKind.PROCESSES, workers);
        List<WorkerResult> some = all.workers().stream()
                .map(worker -> worker.worker() < workers - unstarted
                        ? worker
                        : new WorkerResult(worker.worker(), 0, 0, 0, millis(250), 0))
                .toList();
        return new RunReport(
                all.settings(), all.startedAt(), all.nanos(), all.ids(), some, 0, List.of(), Optional.empty());
    }

    /** A run by a number of threads that it chose itself. */
    static RunReport adaptive(int... numbers) {
        RunReport base = complete(18, WorkerKind.THREADS, 1);
        List<ConcurrencyChange> path = IntStream.range(0, numbers.length)
                .mapToObj(i -> new ConcurrencyChange(
                        millis(i * 100L),
                        numbers[i],
                        i + 1 < numbers.length ? OptionalDouble.of(40.04 * numbers[i]) : OptionalDouble.empty(),
                        i == 0 ? ConcurrencyChange.Cause.FIRST : ConcurrencyChange.Cause.GROWING))
                .toList();
        RunSettings settings = settings(new IdRange(1, 18), WorkerKind.THREADS, new Concurrency.Adaptive(1, 256));
        return new RunReport(
                settings, base.startedAt(), base.nanos(), base.ids(), base.workers(), 0, path, Optional.empty());
    }

    /** A run of 7 to 10 by two processes that ended every id in another way. */
    static RunReport stopped() {
        List<IdResult> ids = List.of(
                retried(result(7, 2, 0, saved(Optional.of("the image is followed by 1 more byte")))),
                result(8, 1, 1, new Outcome.Skipped("not modified")),
                result(9, 4, 1, new Outcome.Failed(FailureKind.UNREACHABLE, "\"connection\" refused")),
                IdResult.notAttempted(10));
        List<WorkerResult> workers = List.of(
                new WorkerResult(0, 1, 150_000, millis(900), millis(334), 1),
                new WorkerResult(1, 0, 0, millis(1_000), millis(234), 2));
        return new RunReport(
                settings(new IdRange(7, 10), WorkerKind.PROCESSES, new Concurrency.Fixed(2)),
                Instant.parse("2026-11-22T10:20:30.123456Z"),
                1_234_567_890,
                ids,
                workers,
                1,
                List.of(),
                Optional.of(new StopReason(StopReason.Cause.ALL_FAIL_ALIKE, "connection refused")));
    }

    private static IdResult result(int id, int attempts, int worker, Outcome outcome) {
        return new IdResult(
                id, Optional.of(outcome), attempts, millis(attempts * 10L), millis(attempts * 100L), worker);
    }

    /** The same with the first of its attempts, by the other worker. */
    private static IdResult retried(IdResult result) {
        Outcome.Failed failed = new Outcome.Failed(FailureKind.TRANSIENT, "the server answered 503");
        Phases phases = new Phases(millis(2), Map.of(Phase.REQUEST, millis(4)));
        return new IdResult(
                result.id(),
                result.outcome(),
                result.attempts(),
                result.startNanos(),
                result.busyNanos(),
                result.worker(),
                result.phases(),
                List.of(new IdResult.FailedAttempt(1, millis(3), millis(5), failed, phases)));
    }

    private static Outcome saved(Optional<String> forgiven) {
        return new Outcome.Saved(150_000, Optional.of("00ff".repeat(16)), Optional.empty(), forgiven);
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
