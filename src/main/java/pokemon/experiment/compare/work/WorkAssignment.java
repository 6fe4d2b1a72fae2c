package pokemon.experiment.compare.work;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import pokemon.download.ImageSource;

/**
 * What has to be done in one trial, by whichever strategy.
 *
 * @param workload the kind of items
 * @param workers how many workers there are, at least 1
 * @param amount items of each worker or of all, as the scaling says
 * @param scaling what the amount means
 * @param source where pages and images come from
 * @param directory an existing directory for them
 * @param perItem the longest mean time of an item: what takes longer hangs
 */
public record WorkAssignment(
        Workload workload,
        int workers,
        int amount,
        Scaling scaling,
        ImageSource source,
        Path directory,
        Duration perItem) {
    int items(int worker) {
        return scaling.items(amount, worker, workers);
    }

    /** Returns how many items all workers do together. */
    public int total() {
        return scaling.total(amount, workers);
    }

    static Work work(Workload workload, ImageSource source, Path directory, boolean newConnections) throws IOException {
        return switch (workload) {
            case CPU -> new PrimeWork();
            case IO -> new PageWork(source, directory, newConnections);
            case MIXED -> new ImageWork(source, directory);
        };
    }

    /** Returns the arguments that make a child JVM do one worker's part. */
    List<String> childArguments(int worker) {
        return List.of(
                workload.name(),
                source.template(),
                directory.toString(),
                Integer.toString(worker),
                Integer.toString(items(worker)));
    }
}
