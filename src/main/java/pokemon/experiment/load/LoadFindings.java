package pokemon.experiment.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import pokemon.experiment.statistics.MeanTest;
import pokemon.experiment.statistics.Summary;
import pokemon.experiment.table.Figures;
import pokemon.schedule.run.ScheduleKind;
import pokemon.schedule.run.WorkerKind;
import pokemon.schedule.run.WorkerResult;

/** What the runs show, in sentences. */
final class LoadFindings {
    private LoadFindings() {}

    /** Returns all findings. To add one, add a method to these lists. */
    static List<String> of(List<LoadRun> runs) {
        List<String> sentences = new ArrayList<>();
        gain(runs).ifPresent(sentences::add);
        for (List<LoadRun> same : LoadRun.bySchedule(runs)) {
            sentences.add(distribution(same));
            sentences.add(split(same));
            sentences.add(idle(same));
            sentences.add(evenShare(same));
        }
        return sentences;
    }

    private static List<LoadRun> of(List<LoadRun> runs, ScheduleKind kind) {
        return runs.stream().filter(run -> run.trial().schedule() == kind).toList();
    }

    private static double mean(List<LoadRun> runs, ToDoubleFunction<LoadRun> value) {
        return Summary.of(runs, value).mean();
    }

    private static String distribution(List<LoadRun> runs) {
        LoadRun first = runs.get(0);
        Summary seconds = Summary.of(runs, LoadRun::seconds);
        List<WorkerResult> workers =
                runs.stream().flatMap(run -> run.report().workers().stream()).toList();
        Summary images = Summary.of(workers, WorkerResult::images);
        Summary busy = Summary.of(workers, LoadRun::busySeconds);
        return Figures.text(
                "%s: %s saved %s in %s (%s). Each worker spent %s on images.",
                first.name(),
                first.trial().kind().count(first.report().workers().size()),
                images.min() == images.max()
                        ? Figures.text("%.0f images each", images.min())
                        : Figures.text("%.0f to %.0f images each", images.min(), images.max()),
                Figures.seconds(seconds.mean()),
                runs.size() == 1
                        ? "one run: the spread is unknown"
                        : Figures.text(
                                "mean of %d runs, standard deviation %s",
                                runs.size(), Figures.seconds(seconds.stddev())),
                range(busy));
    }

    private static String range(Summary times) {
        String min = Figures.seconds(times.min());
        String max = Figures.seconds(times.max());
        return min.equals(max) ? min : min + " to " + max;
    }

    private static String split(List<LoadRun> runs) {
        LoadRun first = runs.get(0);
        return Figures.text(
                "%s: the start took %s, until the last worker began its first image; the work %s, until the first worker"
                        + " ran out of work; the tail %s, until the last image ended%s.",
                first.name(),
                Figures.seconds(mean(runs, run -> run.split().start())),
                Figures.seconds(mean(runs, run -> run.split().work())),
                Figures.seconds(mean(runs, run -> run.split().tail())),
                first.trial().kind() == WorkerKind.PROCESSES
                        ? "; the end of the processes "
                                + Figures.seconds(mean(runs, run -> run.split().end()))
                        : "");
    }

    private static String idle(List<LoadRun> runs) {
        double share = mean(runs, run -> run.split().idleShare()) * 100;
        return Figures.text(
                "%s: workers without further work were idle for %s %% of the time of all workers between %s, when the"
                        + " last worker began its first image, and %s, when the last image ended.",
                runs.get(0).name(),
                Figures.text(share < 1 ? "%.1f" : "%.0f", share),
                Figures.seconds(mean(runs, run -> run.split().ready())),
                Figures.seconds(mean(runs, run -> run.split().lastEnd())));
    }

    private static String evenShare(List<LoadRun> runs) {
        return Figures.text(
                "%s: in even shares, each worker would spend %s on images; from its first image to its last, the run took"
                        + " %.2f times that.",
                runs.get(0).name(),
                Figures.seconds(mean(runs, LoadRun::evenShare)),
                mean(runs, run -> run.span() / run.evenShare()));
    }

    private static Optional<String> gain(List<LoadRun> runs) {
        List<LoadRun> fixed = of(runs, ScheduleKind.STATIC);
        List<LoadRun> queue = of(runs, ScheduleKind.DYNAMIC);
        return fixed.isEmpty() || queue.isEmpty() ? Optional.empty() : Optional.of(gain(fixed, queue));
    }

    private static String gain(List<LoadRun> fixed, List<LoadRun> queue) {
        Summary with = Summary.of(queue, run -> run.split().workAndTail());
        Summary without = Summary.of(fixed, run -> run.split().workAndTail());
        double saved = without.mean() - with.mean();
        String difference = Figures.seconds(Math.abs(saved));
        String verdict =
                switch (MeanTest.verdict(with, without, 1)) {
                    case DIFFERENT ->
                        Figures.text(
                                "the queue %s, %.0f %%, which chance hardly explains",
                                saved > 0 ? "saved " + difference : "took " + difference + " longer",
                                Math.abs(saved) / without.mean() * 100);
                    case CHANCE -> "the difference of " + difference + " could be chance";
                    case UNKNOWN ->
                        "the spread of single runs is unknown, so the difference of " + difference + " could be chance";
                };
        return Figures.text(
                "Work and tail took %s with the queue and %s with fixed shares (%s): %s.",
                Figures.seconds(with.mean()), Figures.seconds(without.mean()), number(queue, fixed), verdict);
    }

    private static String number(List<LoadRun> queue, List<LoadRun> fixed) {
        if (queue.size() != fixed.size()) {
            return Figures.text("runs: %d and %d", queue.size(), fixed.size());
        }
        return queue.size() == 1 ? "one run each" : Figures.text("means of %d runs each", queue.size());
    }
}
