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

/** Does a job with a thread for each worker, made for the job. */
public final class ThreadRun {
    private static final long PATIENCE_SECONDS = 60;

    private ThreadRun() {}

    static Timing platform(WorkAssignment job, Work work) throws IOException, InterruptedException {
        return run(job, work, () -> Executors.newFixedThreadPool(job.workers()));
    }

    /** Needs {@link #virtualThreads()} to be there. */
    static Timing virtual(WorkAssignment job, Work work) throws IOException, InterruptedException {
        return run(job, work, virtualThreads().orElseThrow());
    }

    /** Returns what makes an executor with a virtual thread for each task, from Java 21 on. */
    public static Optional<Supplier<ExecutorService>> virtualThreads() {
        try {
            // Preview versions before 21 have the method too, and refuse to be called.
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

    private static Timing run(WorkAssignment job, Work work, Supplier<ExecutorService> executors)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        ExecutorService executor = executors.get();
        try {
            List<Callable<Timing.Worker>> tasks = new ArrayList<>();
            for (int i = 0; i < job.workers(); i++) {
                int worker = i;
                tasks.add(() -> part(job, work, worker, start));
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
            executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static Timing.Worker part(WorkAssignment job, Work work, int worker, long ordered)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        for (int item = 0; item < job.items(worker); item++) {
            work.item(worker, item);
            Work.checkInterrupt();
        }
        return new Timing.Worker(begun - ordered, System.nanoTime() - begun, 0);
    }

    private static <T> T result(Future<T> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IOException("a worker failed: " + e.getCause(), e.getCause());
        }
    }
}
