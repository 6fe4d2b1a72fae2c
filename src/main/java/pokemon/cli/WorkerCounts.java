package pokemon.cli;

import java.util.List;

/**
 * The numbers of workers to try.
 *
 * @param values each at least 1, ascending, none twice
 */
record WorkerCounts(List<Integer> values) {
    WorkerCounts {
        values = List.copyOf(values);
    }
}
