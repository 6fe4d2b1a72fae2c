package pokemon.cli.command;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import pokemon.schedule.run.Concurrency;
import pokemon.schedule.run.IdSet;
import pokemon.schedule.run.WorkerKind;

/** The lines before a run. */
record RunNotice(IdSet ids, Path directory, WorkerKind kind, Concurrency concurrency) {
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
                + " with " + (concurrency instanceof Concurrency.Fixed ? "" : "up to ") + kind.count(most);
    }

    /** Returns a warning of too many workers. */
    Optional<String> tooManyWorkers() {
        boolean isThreads = kind == WorkerKind.THREADS;
        int useful = isThreads
                ? MAX_USEFUL_THREADS
                : Concurrency.Adaptive.forThisMachine(kind).max();
        if (concurrency instanceof Concurrency.Adaptive || concurrency.max() <= useful) {
            return Optional.empty();
        }
        String cost = "each takes memory and " + (isThreads ? "a connection to the server" : "time to start");
        String reason = concurrency.max() > ids.size() ? "there is work for " + ids.size() : cost;
        return Optional.of("pokemon: " + kind.count(concurrency.max()) + " are more than can help: " + reason
                + "; auto finds a good number");
    }
}
