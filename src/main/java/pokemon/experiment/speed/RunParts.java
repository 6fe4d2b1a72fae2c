package pokemon.experiment.speed;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import pokemon.schedule.run.IdResult;
import pokemon.schedule.run.RunReport;

/**
 * The parts of the time of runs with one worker, in seconds; they add up to the whole.
 *
 * @param label what was run, such as "1 thread"
 * @param start from the start of the run to the start of the first image
 * @param warmUp excess of the first images over the same number of later ones
 * @param images all images at the pace of the later ones
 * @param between between images
 * @param end from the end of the last image to the end of the run
 * @param perImage the mean time of a later image
 */
record RunParts(String label, double start, double warmUp, double images, double between, double end, double perImage) {
    /** The number of images that count as the first; a run needs at least twice as many. */
    static final int FIRST = 10;

    double whole() {
        return start + warmUp + images + between + end;
    }

    /** Returns the mean parts of runs of the same ids, nothing without runs or with too few images. */
    static Optional<RunParts> of(String label, List<RunReport> runs) {
        List<RunParts> parts = runs.stream()
                .filter(run -> run.ids().size() >= 2 * FIRST)
                .map(run -> of(label, run))
                .toList();
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new RunParts(
                        label,
                        mean(parts, RunParts::start),
                        mean(parts, RunParts::warmUp),
                        mean(parts, RunParts::images),
                        mean(parts, RunParts::between),
                        mean(parts, RunParts::end),
                        mean(parts, RunParts::perImage)));
    }

    private static RunParts of(String label, RunReport run) {
        List<IdResult> ids = run.ids().stream()
                .sorted(Comparator.comparingLong(IdResult::startNanos))
                .toList();
        double later = mean(ids.subList(FIRST, ids.size()), IdResult::busyNanos) / 1e9;
        double first = mean(ids.subList(0, FIRST), IdResult::busyNanos) / 1e9;
        double start = ids.get(0).startNanos() / 1e9;
        IdResult last = ids.get(ids.size() - 1);
        double ended = (last.startNanos() + last.busyNanos()) / 1e9;
        double warmUp = (first - later) * FIRST;
        double images = later * ids.size();
        return new RunParts(
                label, start, warmUp, images, ended - start - warmUp - images, run.nanos() / 1e9 - ended, later);
    }

    private static <T> double mean(List<T> things, ToDoubleFunction<T> value) {
        return things.stream().mapToDouble(value).average().orElseThrow();
    }
}
