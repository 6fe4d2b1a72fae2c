package pokemon.cli.process;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and SIGTERM into an orderly stop: at the signal, it stops the work and waits for it, up to a limit. The
 * JVM ends with its own exit code for the signal, 130 or 143.
 */
public final class ShutdownHook {
    /** Enough for the end of the workers and a report of 100 000 ids. Later work is dropped. */
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(5);

    private ShutdownHook() {}

    /** Does some work that a signal stops. */
    public static <T> T guard(Runnable stop, Callable<T> work) throws Exception {
        return guard(stop, SHUTDOWN_TIMEOUT, work);
    }

    /** Does work that a signal stops; it may take a time to clean up. */
    public static <T> T guard(Runnable stop, Duration patience, Callable<T> work) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        Thread hook = new Thread(() -> stopAndWait(stop, done, patience), "stop on signal");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.call();
        } finally {
            done.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The JVM is already ending because of a signal, and the hook runs.
            }
        }
    }

    @SuppressWarnings("ReturnValueIgnored") // In time or not, the JVM ends now.
    private static void stopAndWait(Runnable stop, CountDownLatch done, Duration patience) {
        // On its own thread, so that a request that blocks does not keep the JVM from ending.
        Thread asking = new Thread(stop, "stop");
        asking.setDaemon(true);
        asking.start();
        try {
            done.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
