package pokemon.cli.command;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import pokemon.schedule.run.Concurrency;
import pokemon.schedule.run.IdSet;
import pokemon.schedule.run.WorkerKind;

/** The lines before a run. An empty number of workers stands for {@code auto}. */
record RunNotice(IdSet ids, Path directory, WorkerKind kind, OptionalInt workers, Concurrency concurrency) {
    /** With more, threads only wait for the server and the processors. */
    private static final int MAX_USEFUL_THREADS = 256;

    /** Returns a line such as "898 images (1 to 898) into /tmp/ with 4 threads". */
    String whatGoesWhere() {
        String which = ids.asRange()
                .map(range -> range.start() + " to " + range.stop())
                .orElseGet(ids::toString);
        int most = Math.min(concurrency.max(), Math.max(1, ids.size()));
        String end = directory.toString().endsWith(File.separator) ? "" : File.separator;
        return ids.size() + (ids.size() == 1 ? " image (" : " images (") + which + ") into " + directory + end
                + " with " + (workers.isPresent() ? "" : "up to ") + kind.count(most);
    }

    /** Returns a warning of too many workers. */
    Optional<String> tooManyWorkers() {
        boolean isThreads = kind == WorkerKind.THREADS;
        int useful = isThreads
                ? MAX_USEFUL_THREADS
                : Concurrency.Adaptive.forThisMachine(kind).max();
        if (workers.isEmpty() || workers.getAsInt() <= useful) {
            return Optional.empty();
        }
        String cost = "each takes memory and " + (isThreads ? "a connection to the server" : "time to start");
        String reason = workers.getAsInt() > ids.size() ? "there is work for " + ids.size() : cost;
        return Optional.of("pokemon: " + kind.count(workers.getAsInt()) + " are more than can help: " + reason
                + "; auto finds a good number");
    }
}
