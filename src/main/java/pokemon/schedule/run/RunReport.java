package pokemon.schedule.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pokemon.schedule.adaptive.ConcurrencyChange;

/**
 * The report of a run, with each of its ids exactly once.
 *
 * @param settings what was asked for
 * @param startedAt when the run began
 * @param nanos wall time of the whole run in nanoseconds, the workers' start and end included
 * @param ids one result per id, in order
 * @param workers one result per worker, in order
 * @param processesLost how many child JVMs ended unexpectedly, or had to be killed
 * @param path the numbers of workers that the run chose, in order; empty when the number was fixed
 * @param stop why the run ended before its ids did
 */
public record RunReport(
        RunSettings settings,
        Instant startedAt,
        long nanos,
        List<IdResult> ids,
        List<WorkerResult> workers,
        int processesLost,
        List<ConcurrencyChange> path,
        Optional<StopReason> stop) {
    public RunReport {
        ids = List.copyOf(ids);
        workers = List.copyOf(workers);
        path = List.copyOf(path);
    }

    public long count(IdResult.Status status) {
        return ids.stream().filter(id -> id.status() == status).count();
    }

    /** Returns how many of the saved images had faults that could not reach their pixels. */
    public long forgiven() {
        return ids.stream()
                .filter(id ->
                        id.status() == IdResult.Status.SAVED && id.detail().isPresent())
                .count();
    }

    /** Returns the size of all saved files in bytes. */
    public long bytes() {
        return ids.stream().mapToLong(IdResult::bytes).sum();
    }

    public long attempts() {
        return ids.stream().mapToLong(IdResult::attempts).sum();
    }

    /** Returns whether every id was saved or skipped. */
    public boolean isComplete() {
        return count(IdResult.Status.SAVED) + count(IdResult.Status.SKIPPED) == ids.size();
    }
}
