package pokemon.experiment.race;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** Lets workers draw from one source until it is empty. */
final class RaceRun {
    private RaceRun() {}

    /** Draws the ids from 1 to {@code last} and counts the draws. */
    static Draws run(DrawStrategy strategy, int last, int workers) throws InterruptedException {
        IdSource source = strategy.source(last, workers);
        List<Draws.Counts> counts =
                Stream.generate(() -> new Draws.Counts(last)).limit(workers).toList();
        long nanos = runTogether(workers, worker -> drawAll(source, worker, counts.get(worker)));
        return Draws.sum(last, counts, nanos);
    }

    private static void drawAll(IdSource source, int worker, Draws.Counts counts) {
        for (int id = source.draw(worker); id != IdSource.NONE; id = source.draw(worker)) {
            counts.add(id);
        }
    }

    /**
     * Runs an action in several threads that begin at the same moment.
     *
     * @return nanoseconds from that moment until the end of the last thread
     */
    static long runTogether(int workers, IntConsumer action) throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(workers);
        try {
            AtomicInteger missing = new AtomicInteger(workers);
            List<Future<long[]>> spans = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                int worker = i;
                spans.add(executor.submit(() -> span(worker, missing, action)));
            }
            long first = Long.MAX_VALUE;
            long last = Long.MIN_VALUE;
            long origin = System.nanoTime();
            for (Future<long[]> future : spans) {
                long[] span = get(future);
                first = Math.min(first, span[0] - origin);
                last = Math.max(last, span[1] - origin);
            }
            return last - first;
        } finally {
            executor.shutdownNow();
        }
    }

    private static long[] span(int worker, AtomicInteger missing, IntConsumer action) {
        missing.decrementAndGet();
        // Interrupted when another thread cannot start.
        while (missing.get() > 0 && !Thread.currentThread().isInterrupted()) {
            // A latch would wake the threads one after the other: the first would end before the last begins.
            Thread.onSpinWait();
        }
        long start = System.nanoTime();
        action.accept(worker);
        return new long[] {start, System.nanoTime()};
    }

    private static long[] get(Future<long[]> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker failed", e.getCause());
        }
    }
}
