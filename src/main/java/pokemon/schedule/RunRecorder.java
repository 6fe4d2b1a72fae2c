package pokemon.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import pokemon.download.outcome.Outcome;
import pokemon.schedule.run.IdResult;
import pokemon.schedule.run.IdResult.FailedAttempt;
import pokemon.schedule.run.IdSet;
import pokemon.schedule.run.WorkerResult;

/**
 * Records the result of each id and the work of each worker, and reports each id that ends to the listener. Part of
 * {@link RunState}.
 */
final class RunRecorder {
    private final IdSet wanted;
    private final long startNanos;
    private final EventQueue events;
    private final Map<Integer, IdResult> results = new HashMap<>();
    private final Map<Integer, Attempt> running = new HashMap<>();
    private final WorkerTotals[] totals;
    private boolean closed;

    /** What one worker has done. */
    private static final class WorkerTotals {
        private int images;
        private long bytes;
        private long busyNanos;
    }

    RunRecorder(IdSet wanted, int workers, long startNanos, EventQueue events) {
        this.wanted = wanted;
        this.startNanos = startNanos;
        this.events = events;
        this.totals = IntStream.range(0, workers)
                .mapToObj(worker -> new WorkerTotals())
                .toArray(WorkerTotals[]::new);
    }

    void begin(Attempt attempt) {
        running.put(attempt.worker(), attempt);
    }

    /** Records the end of an attempt. Returns false after {@link #close}, when it counts as interrupted already. */
    boolean end(Attempt attempt) {
        if (closed) {
            return false;
        }
        running.remove(attempt.worker());
        totals[attempt.worker()].busyNanos += attempt.nanos();
        return true;
    }

    void settle(Attempt attempt, Outcome outcome) {
        if (outcome instanceof Outcome.Saved saved) {
            totals[attempt.worker()].images++;
            totals[attempt.worker()].bytes += saved.bytes();
        }
        record(attempt, Optional.of(outcome));
    }

    /** Records an id whose attempt was interrupted because the run stops: failed if an earlier attempt failed. */
    void interrupt(Attempt attempt) {
        record(attempt, attempt.claim().last().map(failed -> failed));
    }

    private void record(Attempt attempt, Optional<Outcome> outcome) {
        Claim claim = attempt.claim();
        record(new IdResult(
                claim.id(),
                outcome,
                claim.attempt(),
                attempt.beginNanos() - startNanos,
                claim.spentNanos() + attempt.nanos(),
                attempt.worker(),
                Optional.of(attempt.phases()),
                earlier(claim)));
    }

    /** Records an id that waited for another attempt when the run stopped. */
    void abandon(Claim claim) {
        record(new IdResult(
                claim.id(),
                claim.last().map(failed -> failed),
                claim.earlier().size(),
                0,
                claim.spentNanos(),
                IdResult.NO_WORKER,
                Optional.empty(),
                earlier(claim)));
    }

    /** Returns the attempts before a claim, their times since the start of the run. */
    private List<FailedAttempt> earlier(Claim claim) {
        return claim.earlier().stream()
                .map(failed -> new FailedAttempt(
                        failed.worker(),
                        failed.startNanos() - startNanos,
                        failed.nanos(),
                        failed.outcome(),
                        failed.phases()))
                .toList();
    }

    private void record(IdResult result) {
        results.put(result.id(), result);
        events.add(to -> to.settled(result));
    }

    /** Ends the recording of attempts. Those that still run count as interrupted. */
    void close() {
        closed = true;
        running.values().forEach(this::interrupt);
    }

    /** Returns how many ids have not ended. */
    int left() {
        return wanted.size() - results.size();
    }

    /** Returns a result for every id of the run, in order. */
    List<IdResult> ids() {
        return IntStream.range(0, wanted.size())
                .map(wanted::get)
                .mapToObj(id -> Optional.ofNullable(results.get(id)).orElseGet(() -> IdResult.notAttempted(id)))
                .toList();
    }

    /** Returns a result for every worker, given the time of the run and how many processes each worker used. */
    List<WorkerResult> workers(long runNanos, List<Integer> processes) {
        List<WorkerResult> results = new ArrayList<>();
        for (int i = 0; i < processes.size(); i++) {
            WorkerTotals total = totals[i];
            long idle = Math.max(0, runNanos - total.busyNanos);
            results.add(new WorkerResult(i, total.images, total.bytes, total.busyNanos, idle, processes.get(i)));
        }
        return results;
    }
}
