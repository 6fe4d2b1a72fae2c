package pokemon.experiment.compare.work;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import pokemon.download.ImageSource;

/**
 * The work of one trial, for any strategy.
 *
 * @param workers number of workers, at least 1
 * @param amount items of each worker or of all, depending on the scaling
 * @param directory an existing directory for pages and images
 * @param perItem limit of the mean time of an item: what takes longer hangs
 * @param jvmArguments the user's arguments for child JVMs
 */
public record WorkAssignment(
        Workload workload,
        int workers,
        int amount,
        Scaling scaling,
        ImageSource source,
        Path directory,
        Duration perItem,
        List<String> jvmArguments) {
    int items(int worker) {
        return scaling.items(amount, worker, workers);
    }

    /** Returns the number of items of all workers together. */
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

    List<String> childArguments(int worker) {
        return List.of(
                workload.name(),
                source.template(),
                directory.toString(),
                Integer.toString(worker),
                Integer.toString(items(worker)));
    }
}
