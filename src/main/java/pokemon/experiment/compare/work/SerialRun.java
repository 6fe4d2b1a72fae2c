package pokemon.experiment.compare.work;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Does a job in the calling thread, and may print or log each item. */
final class SerialRun {
    private SerialRun() {}

    /** Takes note of an item that is done. */
    @FunctionalInterface
    private interface Note {
        void done(int worker, int item);
    }

    /** Does the job with one piece of work. */
    static Timing plain(WorkAssignment job, Work work) throws IOException, InterruptedException {
        long start = System.nanoTime();
        for (int worker = 0; worker < job.workers(); worker++) {
            for (int item = 0; item < job.items(worker); item++) {
                work.item(worker, item);
                Work.checkInterrupt();
            }
        }
        long nanos = System.nanoTime() - start;
        return new Timing(nanos, 0, nanos, 0, 0);
    }

    /** Prints a line for each item to a file, flushed each time as on a terminal. */
    static Timing printing(WorkAssignment job, Work work) throws IOException, InterruptedException {
        Path file = job.directory().resolve("printed.txt");
        try (PrintStream out = new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8)) {
            return noting(job, work, (worker, item) -> out.println("worker " + worker + " has done item " + item));
        }
    }

    /** Logs each item to a file with {@code java.util.logging}, which flushes each time. */
    static Timing logging(WorkAssignment job, Work work) throws IOException, InterruptedException {
        Logger logger = Logger.getAnonymousLogger();
        FileHandler handler =
                new FileHandler(job.directory().resolve("logged.txt").toString());
        handler.setFormatter(new SimpleFormatter());
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
        try {
            return noting(
                    job,
                    work,
                    (worker, item) ->
                            logger.log(Level.INFO, "worker {0} has done item {1}", new Object[] {worker, item}));
        } finally {
            handler.close();
        }
    }

    private static Timing noting(WorkAssignment job, Work work, Note note) throws IOException, InterruptedException {
        long[] aside = new long[1];
        Timing measured = plain(job, (worker, item) -> {
            work.item(worker, item);
            long start = System.nanoTime();
            note.done(worker, item);
            aside[0] += System.nanoTime() - start;
        });
        return new Timing(measured.nanos(), 0, measured.workNanos() - aside[0], 0, aside[0]);
    }
}
