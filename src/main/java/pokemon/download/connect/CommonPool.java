package pokemon.download.connect;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

/** The common pool of this JVM, in which the HTTP client takes the last step of every exchange. */
public final class CommonPool {
    private static final String PARALLELISM = "java.util.concurrent.ForkJoinPool.common.parallelism";

    /** How long the system may take to start a thread, on a machine that is very busy. */
    private static final Duration START_LIMIT = Duration.ofSeconds(10);

    private static final int MAX_THREADS = 8;

    private static boolean started;

    private CommonPool() {}

    /**
     * Gives the pool two threads on a machine with two processors or fewer, unless the user chose a number. With one,
     * {@code CompletableFuture} would start a thread for every exchange. To be called before anything else, since
     * waiting for any {@code Condition} makes the pool.
     */
    public static void prepare() {
        if (Runtime.getRuntime().availableProcessors() <= 2 && System.getProperty(PARALLELISM) == null) {
            System.setProperty(PARALLELISM, "2");
        }
    }

    /**
     * Starts the threads of the pool, up to eight, unless that was done before. Later, when the system starts no more
     * threads, the pool would lose those that it has ({@code ForkJoinPool.deregisterWorker} rethrows), and exchanges
     * would never end.
     *
     * @throws IOException when the system starts no more threads
     */
    static synchronized void start() throws IOException {
        // A pool without threads is the user's choice, and CompletableFuture starts a thread for every exchange.
        if (!started && Integer.getInteger(PARALLELISM, 1) > 0) {
            start(Math.min(ForkJoinPool.getCommonPoolParallelism(), MAX_THREADS));
        }
        started = true;
    }

    private static void start(int threads) throws IOException {
        CountDownLatch missing = new CountDownLatch(threads);
        CountDownLatch over = new CountDownLatch(1);
        try {
            for (int i = 0; i < threads; i++) {
                ForkJoinPool.commonPool().execute(() -> meet(missing, over));
            }
            boolean met = missing.await(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            if (!met && ForkJoinPool.commonPool().getPoolSize() < threads) {
                throw new IOException("the system starts no more threads");
            }
        } catch (OutOfMemoryError e) {
            throw new IOException("the system starts no more threads", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            over.countDown();
        }
    }

    /** Keeps a thread busy until all are, so that each has a task of its own. */
    private static void meet(CountDownLatch missing, CountDownLatch over) {
        missing.countDown();
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
