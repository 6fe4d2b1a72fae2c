package pokemon.cli.value;

import java.util.List;

/** The numbers of workers to try: each at least 1, ascending, none twice. */
public record WorkerCounts(List<Integer> values) {
    public WorkerCounts {
        values = List.copyOf(values);
    }
}
