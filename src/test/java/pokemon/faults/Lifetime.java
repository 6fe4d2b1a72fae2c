package pokemon.faults;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Owns the sockets and threads of a server, and ends them together.
 *
 * <p>Closing a socket wakes the thread that blocks on it; the latch wakes the threads that pause.
 */
final class Lifetime implements AutoCloseable {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Set<Closeable> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;
    private final IllegalStateException failures = new IllegalStateException("the fault server failed by itself");

    /** Work that ends with an exception when its socket is closed. */
    interface SocketWork {
        void run() throws IOException;
    }

    Lifetime(String threadName) {
        threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, threadName);
            thread.setDaemon(true);
            return thread;
        });
    }

    <S extends Closeable> S own(S socket) throws IOException {
        sockets.add(socket);
        // Checked after adding: either close() sees the socket, or this does see the end.
        if (hasEnded()) {
            socket.close();
            throw new SocketException("the server is closed");
        }
        return socket;
    }

    void release(Closeable socket) throws IOException {
        sockets.remove(socket);
        socket.close();
    }

    /** Runs the work on a daemon thread of its own. */
    void start(SocketWork work) throws SocketException {
        try {
            threads.execute(() -> run(work));
        } catch (RejectedExecutionException e) {
            throw new SocketException("the server is closed");
        }
    }

    private void run(SocketWork work) {
        try {
            work.run();
        } catch (IOException e) {
            // The client went away, or the server was closed: both are usual.
        } catch (RuntimeException e) {
            failures.addSuppressed(e);
        }
    }

    /** Pauses; throws at the end of the server. */
    void pause(Duration time) throws InterruptedIOException {
        try {
            if (ended.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
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
        ended.countDown();
        threads.shutdown();
        try {
            for (Closeable socket : sockets) {
                socket.close();
            }
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a thread of the fault server does not end");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the fault server ended", e);
        }
        if (failures.getSuppressed().length > 0) {
            throw failures;
        }
    }
}
