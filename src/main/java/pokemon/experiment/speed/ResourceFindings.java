package pokemon.experiment.speed;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pokemon.experiment.report.Bound;
import pokemon.experiment.table.Figures;
import pokemon.schedule.run.WorkerKind;

/**
 * CPU time and memory of the runs, in sentences; none where these are unknown.
 *
 * @param cores the number of processors
 * @param disturbed whether other programs used them
 */
record ResourceFindings(SpeedData data, int cores, boolean disturbed) {
    /** A JVM takes and returns more than this by itself, so the difference may be below zero. */
    private static final double MIN_MEGABYTES = 0.05;

    List<String> sentences() {
        return Stream.concat(data.kinds().stream().map(this::bound), Stream.of(memory()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns whether a download is bound by the processors or by waiting, from CPU time over wall time. */
    private Optional<String> bound(WorkerKind kind) {
        List<SpeedPoint> points = data.points(kind);
        SpeedPoint few = points.get(0);
        SpeedPoint many = points.get(points.size() - 1);
        if (Double.isNaN(few.busyProcessors()) || Double.isNaN(many.busyProcessors())) {
            return Optional.empty();
        }
        String more =
                few.equals(many) ? "" : Figures.text(", %s %.2f", many.trial().label(), many.busyProcessors());
        return Optional.of(Figures.text(
                "CPU-bound or I/O-bound: %s kept %.2f of %d processors busy%s (CPU time over wall time, the built-in"
                        + " mirror included). With %s it is %s.",
                few.trial().label(),
                few.busyProcessors(),
                cores,
                more,
                many.trial().label(),
                Bound.verdict(many.busyProcessors() / cores, many.times().mean(), disturbed)));
    }

    private Optional<String> memory() {
        String costs =
                data.kinds().stream().flatMap(kind -> perWorker(kind).stream()).collect(Collectors.joining(", "));
        return costs.isEmpty()
                ? Optional.empty()
                : Optional.of("Resident memory at its peak: " + costs
                        + " (memory that processes share counts in each of them).");
    }

    private Optional<String> perWorker(WorkerKind kind) {
        List<SpeedPoint> points = data.points(kind);
        SpeedPoint few = points.get(0);
        SpeedPoint many = points.get(points.size() - 1);
        double each = (many.usage().addedBytes() - few.usage().addedBytes()) / 1e6 / (many.workers() - few.workers());
        if (!Double.isFinite(each)) {
            return Optional.empty();
        }
        return Optional.of(Figures.text(
                "each %s from %d to %d added %s",
                kind == WorkerKind.THREADS ? "thread" : "process",
                few.workers(),
                many.workers(),
                each < MIN_MEGABYTES ? "nothing measurable" : Figures.text("%.1f MB", each)));
    }
}
