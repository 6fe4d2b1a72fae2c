package pokemon.experiment.race;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A recorded lost update: two workers read the same count, and both write the same next one.
 *
 * @param steps the accesses from the first read to the last write, in order
 */
record LostUpdate(List<Step> steps) {
    /** More steps are hard to follow. */
    private static final int MAX_STEPS = 12;

    enum Access {
        READ,
        WRITE
    }

    /**
     * One access of a worker to the count.
     *
     * @param sequence its position among all steps of all workers
     * @param value the count that it read or wrote
     */
    record Step(int sequence, int worker, Access access, int value) {}

    /**
     * Finds the lost update with the fewest steps in a trace.
     *
     * @param trace the steps of all workers in any order; those of one worker are alternately READ and WRITE
     */
    static Optional<LostUpdate> find(List<Step> trace) {
        List<Step> steps =
                trace.stream().sorted(Comparator.comparingInt(Step::sequence)).toList();
        List<Step> shortest = List.of();
        for (int first = 0; first < steps.size(); first++) {
            List<Step> found = lossFrom(steps, first);
            if (!found.isEmpty() && (shortest.isEmpty() || found.size() < shortest.size())) {
                shortest = found;
            }
        }
        return shortest.isEmpty() ? Optional.empty() : Optional.of(new LostUpdate(List.copyOf(shortest)));
    }

    /** Returns the steps of a lost update that begins with a given step, none if there is no short one. */
    private static List<Step> lossFrom(List<Step> steps, int first) {
        Step read = steps.get(first);
        if (read.access != Access.READ) {
            return List.of();
        }
        int limit = Math.min(steps.size(), first + MAX_STEPS);
        int write = nextOf(read.worker, steps, first + 1, limit);
        for (int second = first + 1; second < write; second++) {
            Step other = steps.get(second);
            if (other.access == Access.READ && other.worker != read.worker && other.value == read.value) {
                int end = Math.max(write, nextOf(other.worker, steps, second + 1, limit));
                return end < limit ? steps.subList(first, end + 1) : List.of();
            }
        }
        return List.of();
    }

    private static int nextOf(int worker, List<Step> steps, int from, int limit) {
        int index = from;
        while (index < limit && steps.get(index).worker != worker) {
            index++;
        }
        return index;
    }

    int id() {
        return steps.get(0).value + 1;
    }

    /** Returns the two workers that drew it, in the order of their reads. */
    List<Integer> workers() {
        return steps.stream()
                .filter(step -> step.access == Access.READ && step.value == id() - 1)
                .map(Step::worker)
                .distinct()
                .limit(2)
                .toList();
    }
}
