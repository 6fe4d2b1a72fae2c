package pokemon.experiment.speed;

import java.util.Comparator;
import java.util.List;
import pokemon.schedule.run.IdResult;
import pokemon.schedule.run.RunReport;

/**
 * Where the time of a run with one worker goes, in seconds; the parts add up to the whole.
 *
 * @param start from the start of the run to the start of the first image
 * @param warmUp what the first images took beyond what as many later ones took
 * @param images what all images would have taken at the pace of the later ones
 * @param between between images
 * @param end from the end of the last image to the end of the run
 * @param perImage the mean time of a later image
 */
record RunParts(double start, double warmUp, double images, double between, double end, double perImage) {
    /** How many images count as the first; a run with fewer than twice as many tells nothing. */
    static final int FIRST = 10;

    double whole() {
        return start + warmUp + images + between + end;
    }

    /**
     * Takes a run apart.
     *
     * @throws IllegalArgumentException when it has fewer than twice the number of first images
     */
    static RunParts of(RunReport run) {
        List<IdResult> ids = run.ids().stream()
                .sorted(Comparator.comparingLong(IdResult::startNanos))
                .toList();
        if (ids.size() < 2 * FIRST) {
            throw new IllegalArgumentException("too few images to tell the first from the later ones");
        }
        double later = mean(ids.subList(FIRST, ids.size()));
        double first = mean(ids.subList(0, FIRST)) * FIRST;
        double start = ids.get(0).startNanos() / 1e9;
        IdResult last = ids.get(ids.size() - 1);
        double ended = (last.startNanos() + last.busyNanos()) / 1e9;
        double between = ended - start - mean(ids) * ids.size();
        return new RunParts(
                start, first - later * FIRST, later * ids.size(), between, run.nanos() / 1e9 - ended, later);
    }

    private static double mean(List<IdResult> ids) {
        return ids.stream().mapToLong(IdResult::busyNanos).average().orElseThrow() / 1e9;
    }

    /** Takes several runs apart and returns the mean of each part. */
    static RunParts of(List<RunReport> runs) {
        List<RunParts> all = runs.stream().map(RunParts::of).toList();
        return new RunParts(
                all.stream().mapToDouble(RunParts::start).average().orElseThrow(),
                all.stream().mapToDouble(RunParts::warmUp).average().orElseThrow(),
                all.stream().mapToDouble(RunParts::images).average().orElseThrow(),
                all.stream().mapToDouble(RunParts::between).average().orElseThrow(),
                all.stream().mapToDouble(RunParts::end).average().orElseThrow(),
                all.stream().mapToDouble(RunParts::perImage).average().orElseThrow());
    }
}
