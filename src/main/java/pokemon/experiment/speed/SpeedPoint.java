package pokemon.experiment.speed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import pokemon.experiment.measure.Trial;
import pokemon.experiment.report.Result;
import pokemon.experiment.statistics.Summary;
import pokemon.schedule.run.IdResult;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.WorkerResult;

/**
 * All complete runs of one trial.
 *
 * @param trial what was run
 * @param runs its runs, at least one
 */
record SpeedPoint(Trial trial, List<RunReport> runs) {
    SpeedPoint {
        runs = List.copyOf(runs);
    }

    int workers() {
        return trial.workers();
    }

    Summary times() {
        return Summary.of(runs.stream().map(run -> run.nanos() / 1e9).toList());
    }

    int images() {
        return runs.get(0).ids().size();
    }

    double average() {
        return (double) images() / runs.get(0).workers().size();
    }

    int least() {
        return images(runs).min().orElseThrow();
    }

    int most() {
        return images(runs).max().orElseThrow();
    }

    private static IntStream images(List<RunReport> runs) {
        return runs.stream().flatMap(run -> run.workers().stream()).mapToInt(WorkerResult::images);
    }

    /** Returns when the last worker that got any work began with it, in seconds, on average over the runs. */
    double lastBegins() {
        return runs.stream().mapToDouble(SpeedPoint::lastBegins).average().orElseThrow();
    }

    private static double lastBegins(RunReport run) {
        return run.workers().stream()
                        .flatMapToLong(worker -> run.ids().stream()
                                .filter(id -> id.worker() == worker.worker())
                                .mapToLong(IdResult::startNanos)
                                .min()
                                .stream())
                        .max()
                        .orElse(0)
                / 1e9;
    }

    List<UslCurve.Point> throughputs() {
        return runs.stream()
                .map(run -> new UslCurve.Point(workers(), images() / (run.nanos() / 1e9)))
                .toList();
    }

    /** Returns this point as a result. */
    Result result(double speedup) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("mode", trial.kind().letter());
        parameters.put("workers", workers());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("speedup", speedup);
        values.put("efficiency", speedup / workers());
        values.put("images_average", average());
        values.put("images_least", least());
        values.put("images_most", most());
        values.put("last_begins", lastBegins());
        return new Result(trial.label(), times(), parameters, values);
    }
}
