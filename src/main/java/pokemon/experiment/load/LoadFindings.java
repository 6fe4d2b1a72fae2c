package pokemon.experiment.load;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pokemon.experiment.report.Figures;
import pokemon.experiment.statistics.Summary;
import pokemon.schedule.run.ScheduleKind;
import pokemon.schedule.run.WorkerResult;

/** What the runs show, in sentences. */
final class LoadFindings {
    /** A difference between two single runs below this share could be chance. */
    private static final double CHANCE = 0.02;

    private LoadFindings() {}

    /** Returns all findings. To add one, add a method to these lists. */
    static List<String> of(List<LoadRun> runs) {
        return Stream.concat(
                        runs.stream().flatMap(run -> Stream.of(distribution(run), idleEnd(run))), gain(runs).stream())
                .toList();
    }

    private static Optional<LoadRun> find(List<LoadRun> runs, ScheduleKind kind) {
        return runs.stream().filter(run -> run.trial().schedule() == kind).findFirst();
    }

    private static String distribution(LoadRun run) {
        Summary images = Summary.of(run.report().workers(), WorkerResult::images);
        Summary busy = Summary.of(run.report().workers(), LoadRun::busySeconds);
        return Figures.text(
                "%s: %.0f images in %s; each of %s saved %.0f to %.0f images, %.1f on average, and was busy for %s to %s,"
                        + " %s on average.",
                name(run),
                images.mean() * images.samples().size(),
                Figures.seconds(run.seconds()),
                run.trial().kind().count(images.samples().size()),
                images.min(),
                images.max(),
                images.mean(),
                Figures.seconds(busy.min()),
                Figures.seconds(busy.max()),
                Figures.seconds(busy.mean()));
    }

    private static String name(LoadRun run) {
        return run.trial().schedule() == ScheduleKind.STATIC ? "Fixed shares (static)" : "One queue (dynamic)";
    }

    private static String idleEnd(LoadRun run) {
        Summary ends = Summary.of(
                run.report().workers(), worker -> run.lastEnds(worker).orElse(0));
        double idle = (ends.max() - ends.mean()) / ends.max();
        return Figures.text(
                "%s: the first worker ran out of work after %s, the last after %s; in between %.0f %% of all workers' time"
                        + " passed idle.",
                name(run), Figures.seconds(ends.min()), Figures.seconds(ends.max()), idle * 100);
    }

    private static Optional<String> gain(List<LoadRun> runs) {
        return find(runs, ScheduleKind.STATIC)
                .flatMap(fixed -> find(runs, ScheduleKind.DYNAMIC).map(queue -> gain(fixed, queue)));
    }

    private static String gain(LoadRun fixed, LoadRun queue) {
        double gained = 1 - queue.seconds() / fixed.seconds();
        String verdict;
        if (Math.abs(gained) < CHANCE) {
            verdict = "made no difference that one run each could show";
        } else {
            verdict = Figures.text(
                    "%s %s, %.0f %% of the time",
                    gained > 0 ? "gained" : "lost",
                    Figures.seconds(Math.abs(fixed.seconds() - queue.seconds())),
                    Math.abs(gained) * 100);
        }
        return Figures.text(
                "Against fixed shares the queue %s. The work itself, evenly shared, would take %s and %s: fixed shares took"
                        + " %.2f times that, the queue %.2f times.",
                verdict,
                Figures.seconds(fixed.evenShare()),
                Figures.seconds(queue.evenShare()),
                fixed.seconds() / fixed.evenShare(),
                queue.seconds() / queue.evenShare());
    }
}
