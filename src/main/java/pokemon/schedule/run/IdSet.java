package pokemon.schedule.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The ids of a run, each once, in ascending order.
 *
 * <p>They are stored as ranges without gaps, so the cost of a range does not depend on its length. Immutable.
 */
public final class IdSet {
    private final List<IdRange> stretches;

    /** How many ids lie before each stretch. */
    private final int[] before;

    private final int size;

    private IdSet(List<IdRange> stretches) {
        this.stretches = List.copyOf(stretches);
        this.before = new int[stretches.size()];
        int sum = 0;
        for (int i = 0; i < before.length; i++) {
            before[i] = sum;
            sum += stretches.get(i).size();
        }
        this.size = sum;
    }

    public static IdSet of(IdRange range) {
        return new IdSet(List.of(range));
    }

    /** Returns all ids of some ranges, which may overlap and stand in any order. */
    public static IdSet of(Collection<IdRange> ranges) {
        List<IdRange> merged = new ArrayList<>();
        for (IdRange range :
                ranges.stream().sorted(Comparator.comparingInt(IdRange::start)).toList()) {
            IdRange last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            // Not last.stop() + 1, which overflows behind the largest id.
            if (last == null || range.start() - 1 > last.stop()) {
                merged.add(range);
            } else {
                merged.set(merged.size() - 1, new IdRange(last.start(), Math.max(last.stop(), range.stop())));
            }
        }
        return new IdSet(merged);
    }

    public int size() {
        return size;
    }

    /** Returns the id at an index from 0; throws an {@link IndexOutOfBoundsException} when there is none. */
    public int get(int index) {
        int found = Arrays.binarySearch(before, Objects.checkIndex(index, size));
        int stretch = found >= 0 ? found : -found - 2;
        return stretches.get(stretch).start() + (index - before[stretch]);
    }

    /** Returns the ids as a range, or nothing when there are gaps or no ids. */
    public Optional<IdRange> asRange() {
        return stretches.size() == 1 ? Optional.of(stretches.get(0)) : Optional.empty();
    }

    /** Returns the smallest range that contains all ids, or nothing when there are none. */
    public Optional<IdRange> enclosingRange() {
        return size == 0
                ? Optional.empty()
                : Optional.of(new IdRange(
                        stretches.get(0).start(),
                        stretches.get(stretches.size() - 1).stop()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdSet ids && stretches.equals(ids.stretches);
    }

    @Override
    public int hashCode() {
        return stretches.hashCode();
    }

    /** Returns the ids as a list of ranges, such as {@code 1,4,7-9}; empty when there are none. */
    @Override
    public String toString() {
        return stretches.stream()
                .map(range -> range.size() == 1 ? "" + range.start() : range.start() + "-" + range.stop())
                .collect(Collectors.joining(","));
    }
}
