package pokemon.experiment.load;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pokemon.experiment.measure.Trial;
import pokemon.experiment.report.Result;
import pokemon.experiment.statistics.Summary;
import pokemon.schedule.run.IdResult;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.WorkerResult;

/**
 * One run whose load is looked at.
 *
 * @param trial what was run
 * @param report what happened
 */
record LoadRun(Trial trial, RunReport report) {
    String schedule() {
        return trial.schedule().name().toLowerCase(Locale.ROOT);
    }

    double seconds() {
        return report.nanos() / 1e9;
    }

    /** Returns the images that a worker worked on, in the order it began them. */
    List<IdResult> images(int worker) {
        return report.ids().stream()
                .filter(id -> id.worker() == worker && id.attempts() > 0)
                .sorted(Comparator.comparingLong(IdResult::startNanos))
                .toList();
    }

    /** Returns when the last attempt at an image ended, in seconds; an image tried again has only its last one here. */
    static double end(IdResult image) {
        return begin(image) + image.busyNanos() / 1e9;
    }

    static double begin(IdResult image) {
        return image.startNanos() / 1e9;
    }

    /** Returns when a worker had no more work, in seconds; 0 when it never had any. */
    double lastEnds(int worker) {
        return images(worker).stream().mapToDouble(LoadRun::end).max().orElse(0);
    }

    /** Returns the time that all workers spent on images, evenly shared, in seconds: no schedule can be faster. */
    double evenShare() {
        return Summary.of(busy()).mean();
    }

    List<Double> busy() {
        return report.workers().stream().map(worker -> worker.busyNanos() / 1e9).toList();
    }

    List<Integer> imageCounts() {
        return report.workers().stream().map(WorkerResult::images).toList();
    }

    List<Long> bytes() {
        return report.workers().stream().map(WorkerResult::bytes).toList();
    }

    Result result() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("schedule", schedule());
        parameters.put("mode", trial.kind().letter());
        parameters.put("workers", trial.workers());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("images", imageCounts());
        values.put("bytes", bytes());
        values.put("busy", busy());
        values.put("even_share", evenShare());
        return new Result(trial.label() + ", " + schedule(), Summary.of(List.of(seconds())), parameters, values);
    }
}
