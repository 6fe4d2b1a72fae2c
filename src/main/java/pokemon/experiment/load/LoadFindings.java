package pokemon.experiment.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import pokemon.experiment.report.Figures;
import pokemon.experiment.statistics.Summary;
import pokemon.schedule.run.ScheduleKind;

/** What the load of workers says, in words. */
final class LoadFindings {
    /** Of two single runs, a difference below this share is not worth a word. */
    private static final double CHANCE = 0.02;

    private LoadFindings() {}

    static List<String> of(List<LoadRun> runs) {
        List<String> sentences = new ArrayList<>();
        for (LoadRun run : runs) {
            sentences.add(spread(run));
            sentences.add(waiting(run));
        }
        Optional<LoadRun> fixed = find(runs, ScheduleKind.STATIC);
        Optional<LoadRun> queue = find(runs, ScheduleKind.DYNAMIC);
        if (fixed.isPresent() && queue.isPresent()) {
            sentences.add(gain(fixed.get(), queue.get()));
        }
        return sentences;
    }

    private static Optional<LoadRun> find(List<LoadRun> runs, ScheduleKind kind) {
        return runs.stream().filter(run -> run.trial().schedule() == kind).findFirst();
    }

    private static String spread(LoadRun run) {
        Summary images =
                Summary.of(run.imageCounts().stream().map(Integer::doubleValue).toList());
        Summary busy = Summary.of(run.busy());
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

    private static String waiting(LoadRun run) {
        Summary ends = Summary.of(IntStream.range(0, run.report().workers().size())
                .mapToObj(run::lastEnds)
                .toList());
        double waited = (ends.max() - ends.mean()) / ends.max();
        return Figures.text(
                "%s: the first worker ran out of work after %s, the last after %s; in between %.0f %% of all workers' time"
                        + " passed idle.",
                name(run), Figures.seconds(ends.min()), Figures.seconds(ends.max()), waited * 100);
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
