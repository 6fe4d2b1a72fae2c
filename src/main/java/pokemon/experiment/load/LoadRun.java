package pokemon.experiment.load;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import pokemon.experiment.measure.ResourceUsage;
import pokemon.experiment.measure.Trial;
import pokemon.experiment.measure.TrialRun;
import pokemon.experiment.statistics.Summary;
import pokemon.report.RecordedRun;
import pokemon.report.RecordedRun.RecordedAttempt;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.ScheduleKind;
import pokemon.schedule.run.WorkerResult;

/**
 * One measured run.
 *
 * @param run its number among the runs of its trial, from 1
 * @param usage its CPU time and memory
 */
record LoadRun(Trial trial, int run, RunReport report, ResourceUsage usage, RecordedRun recorded, RunSplit split) {
    /** Takes a run that saved at least one image. */
    static LoadRun of(TrialRun run) {
        RecordedRun recorded = RecordedRun.of(run.report());
        return new LoadRun(run.trial(), run.number(), run.report(), run.usage(), recorded, RunSplit.of(recorded));
    }

    String schedule() {
        return trial.schedule().name().toLowerCase(Locale.ROOT);
    }

    /** Returns the schedule in words for sentences. */
    String name() {
        return trial.schedule() == ScheduleKind.STATIC ? "Fixed shares (static)" : "One queue (dynamic)";
    }

    double seconds() {
        return report.nanos() / 1e9;
    }

    double busyProcessors() {
        return usage.cpuSeconds() / seconds();
    }

    private List<RecordedAttempt> attempts(WorkerResult worker) {
        return recorded.attempts().stream()
                .filter(attempt -> attempt.worker() == worker.worker())
                .toList();
    }

    /** Returns when a worker began its first image, in seconds. */
    OptionalDouble firstBegins(WorkerResult worker) {
        return attempts(worker).stream().mapToDouble(RecordedAttempt::begin).min();
    }

    /** Returns when a worker ended its last image, in seconds. */
    OptionalDouble lastEnds(WorkerResult worker) {
        return attempts(worker).stream().mapToDouble(RecordedAttempt::end).max();
    }

    static double busySeconds(WorkerResult worker) {
        return worker.busyNanos() / 1e9;
    }

    /** Returns the mean busy time of the workers in seconds: no schedule can do the same work faster. */
    double evenShare() {
        return Summary.of(report.workers(), LoadRun::busySeconds).mean();
    }

    /** Returns the time from the first image to the last, in seconds. */
    double span() {
        return split.lastEnd() - recorded.attempts().get(0).begin();
    }

    <T> List<T> each(Function<WorkerResult, T> value) {
        return report.workers().stream().map(value).toList();
    }

    /** Returns the runs of each schedule that was run, in the order of their first runs. */
    static List<List<LoadRun>> bySchedule(List<LoadRun> runs) {
        return runs.stream()
                .map(LoadRun::trial)
                .distinct()
                .map(trial ->
                        runs.stream().filter(run -> run.trial.equals(trial)).toList())
                .toList();
    }

    /** Returns the run in the middle by the time of work and tail; of two in the middle, the shorter one. */
    static LoadRun middle(List<LoadRun> runs) {
        return runs.stream()
                .sorted(Comparator.comparingDouble(run -> run.split.workAndTail()))
                .toList()
                .get((runs.size() - 1) / 2);
    }
}
