package pokemon.experiment.compare.work;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Does the work with a new thread for each worker. */
public final class ThreadRun {
    private static final long TIMEOUT_SECONDS = 60;

    private ThreadRun() {}

    static Timing platform(WorkAssignment assignment, Work work) throws IOException, InterruptedException {
        return run(assignment, work, () -> Executors.newFixedThreadPool(assignment.workers()));
    }

    /** Requires {@link #virtualThreads()}. */
    static Timing virtual(WorkAssignment assignment, Work work) throws IOException, InterruptedException {
        return run(assignment, work, virtualThreads().orElseThrow());
    }

    /** Returns the maker of executors with a virtual thread for each task, from Java 21 on. */
    public static Optional<Supplier<ExecutorService>> virtualThreads() {
        try {
            // Versions 19 and 20 have the method as a preview and refuse the call.
            Method method = Executors.class.getMethod("newVirtualThreadPerTaskExecutor");
            return Runtime.version().feature() < 21 ? Optional.empty() : Optional.of(() -> call(method));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    private static ExecutorService call(Method method) {
        try {
            return (ExecutorService) method.invoke(null);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("this JVM does not make virtual threads", e);
        }
    }

    private static Timing run(WorkAssignment assignment, Work work, Supplier<ExecutorService> executors)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        ExecutorService executor = executors.get();
        try {
            List<Callable<Timing.Worker>> tasks = new ArrayList<>();
            for (int i = 0; i < assignment.workers(); i++) {
                int worker = i;
                tasks.add(() -> part(assignment, work, worker, start));
            }
            List<Future<Timing.Worker>> futures = executor.invokeAll(tasks);
            long nanos = System.nanoTime() - start;
            List<Timing.Worker> workers = new ArrayList<>();
            for (Future<Timing.Worker> future : futures) {
                workers.add(result(future));
            }
            return Timing.of(nanos, workers);
        } finally {
            executor.shutdownNow();
            // A worker that was interrupted may still be writing its last page.
            executor.awaitTermination(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static Timing.Worker part(WorkAssignment assignment, Work work, int worker, long started)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        for (int item = 0; item < assignment.items(worker); item++) {
            work.item(worker, item);
            Work.checkInterrupt();
        }
        return new Timing.Worker(begun - started, System.nanoTime() - begun, 0);
    }

    private static <T> T result(Future<T> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IOException("a worker failed: " + e.getCause(), e.getCause());
        }
    }
}
