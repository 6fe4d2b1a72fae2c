package pokemon.experiment.race;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import pokemon.experiment.measure.CpuTime;
import pokemon.experiment.measure.ResourceMeter;
import pokemon.report.TraceFile;
import pokemon.report.TraceRun;

/** Lets workers draw from one source until it is empty. */
final class RaceRun {
    private static final int DRAWS_PER_LOOK = 100_000;

    private RaceRun() {}

    /** Draws the ids from 1 to {@code last} and counts the draws. */
    static Draws run(DrawStrategy strategy, int last, int workers) throws IOException, InterruptedException {
        return run(strategy, last, workers, Optional.empty());
    }

    /**
     * Draws the ids from 1 to {@code last} and counts the draws.
     *
     * @param trace takes when each worker drew
     */
    static Draws run(DrawStrategy strategy, int last, int workers, Optional<TraceFile> trace)
            throws IOException, InterruptedException {
        Optional<TraceRun> run = trace.map(file -> file.begin(strategy.label()));
        long begin = System.nanoTime();
        IdSource source = strategy.source(last, workers);
        List<Draws.Counts> counts =
                Stream.generate(() -> new Draws.Counts(last)).limit(workers).toList();
        ResourceMeter.Measured<WorkerTimes> measured = ResourceMeter.measure(
                () -> runTogether(workers, worker -> drawAll(source, worker, counts.get(worker))));
        WorkerTimes times = measured.result();
        for (int worker = 0; worker < workers; worker++) {
            WorkerTimes.Span span = times.spans().get(worker);
            int number = worker;
            run.ifPresent(to -> to.add(number, "thread", "draws", span.begin() - begin, span.end() - span.begin()));
        }
        return Draws.sum(
                last, counts, times.nanos(), times.overlap(), measured.usage().with(times.cpu()));
    }

    static void drawAll(IdSource source, int worker, Draws.Counts counts) {
        int id = source.draw(worker);
        // A look at the interrupt flag after each draw would be measured, too.
        while (id != IdSource.NONE && !Thread.currentThread().isInterrupted()) {
            for (int i = 0; i < DRAWS_PER_LOOK && id != IdSource.NONE; i++) {
                counts.add(id);
                id = source.draw(worker);
            }
        }
    }

    /** Runs an action in several threads that begin at the same moment; an interrupt is passed on to them. */
    static WorkerTimes runTogether(int workers, IntConsumer action) throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(workers);
        try {
            AtomicInteger missing = new AtomicInteger(workers);
            List<Future<WorkerTimes.Span>> futures = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                int worker = i;
                futures.add(executor.submit(() -> span(worker, missing, action)));
            }
            List<WorkerTimes.Span> spans = new ArrayList<>();
            for (Future<WorkerTimes.Span> future : futures) {
                spans.add(get(future));
            }
            return new WorkerTimes(spans);
        } finally {
            executor.shutdownNow();
        }
    }

    private static WorkerTimes.Span span(int worker, AtomicInteger missing, IntConsumer action) {
        missing.decrementAndGet();
        // Interrupted when another thread cannot start.
        while (missing.get() > 0 && !Thread.currentThread().isInterrupted()) {
            // A latch would wake the threads one after the other: the first would end before the last begins.
            Thread.onSpinWait();
        }
        long begin = System.nanoTime();
        CpuTime before = CpuTime.ofThread();
        action.accept(worker);
        CpuTime cpu = CpuTime.ofThread().since(before);
        return new WorkerTimes.Span(begin, System.nanoTime(), cpu);
    }

    private static WorkerTimes.Span get(Future<WorkerTimes.Span> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker failed", e.getCause());
        }
    }
}
