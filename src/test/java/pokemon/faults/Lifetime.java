package pokemon.faults;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends everything of a server at once: sockets, pauses and threads.
 *
 * <p>Guarded by its own lock are the sets of sockets and threads. Whoever adds one after the end gets it closed or
 * refused instead, so nothing slips in while {@link #close()} runs. Closing a socket wakes whoever blocks on it; the
 * latch wakes whoever pauses.
 */
public final class Lifetime implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Set<Closeable> sockets = new HashSet<>();
    private final Set<Thread> threads = new HashSet<>();
    private final IllegalStateException failures = new IllegalStateException("the fault server failed by itself");

    /** Work that ends with an exception when its socket goes away. */
    interface SocketWork {
        void run() throws IOException;
    }

    public synchronized <S extends Closeable> S own(S socket) throws IOException {
        if (hasEnded()) {
            socket.close();
            throw new SocketException("the server is closed");
        }
        sockets.add(socket);
        return socket;
    }

    public void release(Closeable socket) throws IOException {
        synchronized (this) {
            sockets.remove(socket);
        }
        socket.close();
    }

    /** Runs the work on a daemon thread of its own. */
    synchronized Thread start(String name, SocketWork work) throws SocketException {
        if (hasEnded()) {
            throw new SocketException("the server is closed");
        }
        // Forgotten only once they are dead, so that close() waits for each to its very end.
        threads.removeIf(earlier -> !earlier.isAlive());
        Thread thread = new Thread(() -> run(work), name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
        return thread;
    }

    private void run(SocketWork work) {
        try {
            work.run();
        } catch (IOException e) {
            // The client went away or the server was closed: both are what this server is for.
        } catch (RuntimeException e) {
            addFailure(e);
        }
    }

    private synchronized void addFailure(RuntimeException e) {
        failures.addSuppressed(e);
    }

    /** Pauses; throws at the end of the server. */
    public void pause(Duration time) throws InterruptedIOException {
        try {
            boolean cutShort = ended.await(time.toNanos(), TimeUnit.NANOSECONDS);
            if (cutShort) {
                throw new InterruptedIOException("the server is closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted in a pause");
        }
    }

    private boolean hasEnded() {
        return ended.getCount() == 0;
    }

    @Override
    public void close() {
        List<Closeable> openSockets;
        List<Thread> runningThreads;
        synchronized (this) {
            ended.countDown();
            openSockets = List.copyOf(sockets);
            runningThreads = List.copyOf(threads);
        }
        for (Closeable socket : openSockets) {
            closeNow(socket);
        }
        for (Thread thread : runningThreads) {
            join(thread);
        }
        synchronized (this) {
            if (failures.getSuppressed().length > 0) {
                throw failures;
            }
        }
    }

    private static void closeNow(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + thread.getName(), e);
        }
        if (thread.isAlive()) {
            throw new IllegalStateException(thread.getName() + " does not end");
        }
    }
}
