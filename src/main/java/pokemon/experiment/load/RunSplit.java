package pokemon.experiment.load;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import pokemon.report.RecordedRun;
import pokemon.report.RecordedRun.RecordedAttempt;

/**
 * The four parts of a run. Times are in seconds since its start.
 *
 * @param ready when the last worker with any work began its first image; the start ends here
 * @param firstOut when the first of them ended its last image, but not before {@code ready}; the work ends here
 * @param lastEnd when the last image ended; the tail ends here
 * @param whole when the run ended
 * @param idleShare the share of the time of all workers between {@code ready} and {@code lastEnd} in which a worker had
 *     no further work, 0 to 1
 */
record RunSplit(double ready, double firstOut, double lastEnd, double whole, double idleShare) {
    /** Splits a run with at least one image. */
    static RunSplit of(RecordedRun run) {
        Collection<List<RecordedAttempt>> workers = run.attempts().stream()
                .collect(Collectors.groupingBy(RecordedAttempt::worker))
                .values();
        double ready = workers.stream()
                .mapToDouble(attempts -> attempts.get(0).begin())
                .max()
                .orElseThrow();
        List<Double> ends = workers.stream().map(RunSplit::lastEnd).sorted().toList();
        double lastEnd = ends.get(ends.size() - 1);
        int all = Math.max(run.busy().size(), workers.size());
        double idle =
                ends.stream().mapToDouble(end -> lastEnd - Math.max(ready, end)).sum()
                        + (all - workers.size()) * (lastEnd - ready);
        return new RunSplit(
                ready,
                Math.max(ready, ends.get(0)),
                lastEnd,
                run.seconds(),
                lastEnd > ready ? idle / (all * (lastEnd - ready)) : 0);
    }

    private static double lastEnd(List<RecordedAttempt> attempts) {
        return attempts.stream().mapToDouble(RecordedAttempt::end).max().orElseThrow();
    }

    double start() {
        return ready;
    }

    /** Returns how long all workers had work. */
    double work() {
        return firstOut - ready;
    }

    /** Returns how long some workers had no work any more. */
    double tail() {
        return lastEnd - firstOut;
    }

    /** Returns the time from the last image to the end of the run. */
    double end() {
        return whole - lastEnd;
    }

    /** Returns what a schedule can change. */
    double workAndTail() {
        return lastEnd - ready;
    }
}
