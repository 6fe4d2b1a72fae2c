package pokemon.experiment.speed;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import pokemon.download.trace.Phases;
import pokemon.experiment.measure.ResourceUsage;
import pokemon.experiment.measure.Trial;
import pokemon.experiment.measure.TrialRun;
import pokemon.experiment.statistics.Summary;
import pokemon.schedule.run.IdResult;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.WorkerResult;

/** All complete runs of one trial. */
record SpeedPoint(Trial trial, List<TrialRun> measured) {
    List<RunReport> runs() {
        return measured.stream().map(TrialRun::report).toList();
    }

    int workers() {
        return trial.workers();
    }

    Summary times() {
        return Summary.of(measured, TrialRun::seconds);
    }

    int images() {
        return runs().get(0).ids().size();
    }

    double averageImages() {
        return (double) images() / runs().get(0).workers().size();
    }

    int minImages() {
        return imageCounts().min().orElseThrow();
    }

    int maxImages() {
        return imageCounts().max().orElseThrow();
    }

    /** Returns how many images each worker saved in each run. */
    private IntStream imageCounts() {
        return runs().stream().flatMap(run -> run.workers().stream()).mapToInt(WorkerResult::images);
    }

    /** Returns when the last worker with any work began its first image, in seconds, the mean of the runs. */
    double lastBegins() {
        return Summary.of(runs(), SpeedPoint::lastBegins).mean();
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

    ResourceUsage usage() {
        return ResourceUsage.mean(measured.stream().map(TrialRun::usage).toList());
    }

    double busyProcessors() {
        return usage().cpuSeconds() / times().mean();
    }

    /** Returns the mean time of a phase over all images of all runs, in milliseconds; NaN when it is unknown. */
    double phaseMillis(ToLongFunction<Phases> nanos) {
        return runs().stream()
                        .flatMap(run -> run.ids().stream())
                        .flatMap(id -> id.phases().stream())
                        .mapToLong(nanos)
                        .average()
                        .orElse(Double.NaN)
                / 1e6;
    }

    /** Returns the throughput of each run in images per second. */
    List<UslCurve.Point> throughputs() {
        return runs().stream()
                .map(run -> new UslCurve.Point(workers(), images() / (run.nanos() / 1e9)))
                .toList();
    }
}
