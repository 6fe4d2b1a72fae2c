package pokemon.experiment.load;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import pokemon.experiment.measure.Trial;
import pokemon.experiment.statistics.Summary;
import pokemon.schedule.run.IdResult;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.WorkerResult;

/** One measured run. */
record LoadRun(Trial trial, RunReport report) {
    String schedule() {
        return trial.schedule().name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return trial.label() + ", " + schedule();
    }

    double seconds() {
        return report.nanos() / 1e9;
    }

    /** Returns the images of a worker in the order it began them. */
    List<IdResult> images(int worker) {
        return report.ids().stream()
                .filter(id -> id.worker() == worker && id.attempts() > 0)
                .sorted(Comparator.comparingLong(IdResult::startNanos))
                .toList();
    }

    /** Returns when the last attempt at an image began, in seconds. */
    static double begin(IdResult image) {
        return image.startNanos() / 1e9;
    }

    /** Returns when the last attempt at an image ended, in seconds. */
    static double end(IdResult image) {
        return begin(image) + image.busyNanos() / 1e9;
    }

    /** Returns when a worker began its first image, in seconds. */
    OptionalDouble firstBegins(WorkerResult worker) {
        return images(worker.worker()).stream().mapToDouble(LoadRun::begin).min();
    }

    /** Returns when a worker ended its last image, in seconds. */
    OptionalDouble lastEnds(WorkerResult worker) {
        return images(worker.worker()).stream().mapToDouble(LoadRun::end).max();
    }

    static double busySeconds(WorkerResult worker) {
        return worker.busyNanos() / 1e9;
    }

    /** Returns the mean busy time of the workers in seconds: no schedule can be faster. */
    double evenShare() {
        return Summary.of(report.workers(), LoadRun::busySeconds).mean();
    }

    /** Returns a value of each worker. */
    <T> List<T> each(Function<WorkerResult, T> value) {
        return report.workers().stream().map(value).toList();
    }
}
