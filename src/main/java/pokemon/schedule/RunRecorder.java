package pokemon.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pokemon.download.Outcome;
import pokemon.schedule.run.IdResult;
import pokemon.schedule.run.IdSet;
import pokemon.schedule.run.WorkerResult;

/** Keeps the account of a run while it goes on. Not for use by several threads at once. */
final class RunRecorder {
    private final IdSet wanted;
    private final long startNanos;
    private final Map<Integer, IdResult> ids = new TreeMap<>();
    private final Tally[] tallies;
    private boolean closed;

    /** What one worker did so far. */
    private static final class Tally {
        private int images;
        private long bytes;
        private long busyNanos;
    }

    /** One attempt by a worker: when it asked for the id, when it began and how long it took, in nanoseconds. */
    record Attempt(Claim claim, int worker, long askedNanos, long beginNanos, long nanos) {
        Attempt with(Claim other) {
            return new Attempt(other, worker, askedNanos, beginNanos, nanos);
        }
    }

    RunRecorder(IdSet wanted, int workers, long startNanos) {
        this.wanted = wanted;
        this.startNanos = startNanos;
        this.tallies = new Tally[workers];
        for (int i = 0; i < workers; i++) {
            tallies[i] = new Tally();
        }
    }

    /** Enters the time that an attempt took, whatever came of it. */
    void addBusyTime(Attempt attempt) {
        tallies[attempt.worker].busyNanos += attempt.nanos;
    }

    /** Lets nothing be entered any more: the account is taken. */
    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    /** Enters how an id ended. */
    IdResult settle(Attempt attempt, Outcome outcome) {
        if (outcome instanceof Outcome.Saved saved) {
            tallies[attempt.worker].images++;
            tallies[attempt.worker].bytes += saved.bytes();
            return enter(attempt, IdResult.Status.SAVED, Optional.of(saved), Optional.of(outcome));
        }
        if (outcome instanceof Outcome.Skipped) {
            return enter(attempt, IdResult.Status.SKIPPED, Optional.empty(), Optional.of(outcome));
        }
        return enter(attempt, IdResult.Status.FAILED, Optional.empty(), Optional.of(outcome));
    }

    /** Enters an id whose attempt was dropped because the run stops: failed if an earlier attempt failed. */
    IdResult recordInterrupted(Attempt attempt) {
        Optional<Outcome.Failed> last = attempt.claim.last();
        return enter(
                attempt,
                last.isPresent() ? IdResult.Status.FAILED : IdResult.Status.NOT_ATTEMPTED,
                Optional.empty(),
                last.map(failed -> failed));
    }

    /** Enters an id that was waiting for another attempt when the run stopped. */
    IdResult recordAbandoned(Claim claim) {
        Outcome.Failed last = claim.last().orElseThrow();
        IdResult result = new IdResult(
                claim.id(),
                IdResult.Status.FAILED,
                claim.attempt() - 1,
                0,
                Optional.empty(),
                0,
                claim.spentNanos(),
                -1,
                Optional.of(last.reason()),
                Optional.of(last.kind()));
        ids.put(claim.id(), result);
        return result;
    }

    private IdResult enter(
            Attempt attempt, IdResult.Status status, Optional<Outcome.Saved> saved, Optional<Outcome> why) {
        Claim claim = attempt.claim;
        IdResult result = new IdResult(
                claim.id(),
                status,
                claim.attempt(),
                saved.map(Outcome.Saved::bytes).orElse(0L),
                saved.flatMap(Outcome.Saved::sha256),
                attempt.beginNanos - startNanos,
                claim.spentNanos() + attempt.nanos,
                attempt.worker,
                why.flatMap(RunRecorder::detail),
                why.filter(Outcome.Failed.class::isInstance).map(failed -> ((Outcome.Failed) failed).kind()));
        ids.put(claim.id(), result);
        return result;
    }

    private static Optional<String> detail(Outcome outcome) {
        if (outcome instanceof Outcome.Saved saved) {
            return saved.forgiven();
        }
        return Optional.of(
                outcome instanceof Outcome.Skipped skipped ? skipped.reason() : ((Outcome.Failed) outcome).reason());
    }

    /** Returns how many ids ended so far. */
    int ended() {
        return ids.size();
    }

    /** Returns a result for every id of the run, in order. */
    List<IdResult> ids() {
        List<IdResult> all = new ArrayList<>(ids.values());
        for (int i = 0; i < wanted.size(); i++) {
            int id = wanted.get(i);
            if (!ids.containsKey(id)) {
                all.add(IdResult.notAttempted(id));
            }
        }
        all.sort(Comparator.comparingInt(IdResult::id));
        return all;
    }

    /**
     * Returns a result for every worker of a run that took a time.
     *
     * @param processes how many processes each of them used
     */
    List<WorkerResult> workers(long runNanos, List<Integer> processes) {
        List<WorkerResult> results = new ArrayList<>();
        for (int i = 0; i < processes.size(); i++) {
            Tally tally = tallies[i];
            long idle = Math.max(0, runNanos - tally.busyNanos);
            results.add(new WorkerResult(i, tally.images, tally.bytes, tally.busyNanos, idle, processes.get(i)));
        }
        return results;
    }
}
