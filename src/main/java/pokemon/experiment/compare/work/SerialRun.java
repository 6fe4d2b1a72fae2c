package pokemon.experiment.compare.work;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Does the work in the calling thread, and may print or log each item. */
final class SerialRun {
    private SerialRun() {}

    /** Does the work of all workers, one after the other. */
    static Timing plain(WorkAssignment assignment, Work work) throws IOException, InterruptedException {
        long start = System.nanoTime();
        for (int worker = 0; worker < assignment.workers(); worker++) {
            for (int item = 0; item < assignment.items(worker); item++) {
                work.item(worker, item);
                Work.checkInterrupt();
            }
        }
        long nanos = System.nanoTime() - start;
        return Timing.of(nanos, List.of(new Timing.Worker(0, nanos, 0)));
    }

    /** Prints a line for each item to a file, flushed each time as on a terminal. */
    static Timing printing(WorkAssignment assignment, Work work) throws IOException, InterruptedException {
        Path file = assignment.directory().resolve("printed.txt");
        try (PrintStream out = new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8)) {
            return noting(
                    assignment, work, (worker, item) -> out.println("worker " + worker + " has done item " + item));
        }
    }

    /** Logs each item to a file with {@code java.util.logging}, which flushes each time. */
    static Timing logging(WorkAssignment assignment, Work work) throws IOException, InterruptedException {
        Logger logger = Logger.getAnonymousLogger();
        FileHandler handler =
                new FileHandler(assignment.directory().resolve("logged.txt").toString());
        handler.setFormatter(new SimpleFormatter());
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
        try {
            return noting(
                    assignment,
                    work,
                    (worker, item) ->
                            logger.log(Level.INFO, "worker {0} has done item {1}", new Object[] {worker, item}));
        } finally {
            handler.close();
        }
    }

    private static Timing noting(WorkAssignment assignment, Work work, BiConsumer<Integer, Integer> note)
            throws IOException, InterruptedException {
        long[] nanos = new long[1];
        Timing timing = plain(assignment, (worker, item) -> {
            work.item(worker, item);
            long start = System.nanoTime();
            note.accept(worker, item);
            nanos[0] += System.nanoTime() - start;
        });
        double aside = nanos[0] / 1e9;
        return new Timing(timing.seconds(), 0, timing.seconds() - aside, 0, aside, timing.workers());
    }
}
