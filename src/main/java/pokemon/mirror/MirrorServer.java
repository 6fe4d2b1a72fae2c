package pokemon.mirror;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import pokemon.mirror.contract.MirrorStatistics;
import pokemon.mirror.http.BandwidthLimiter;
import pokemon.mirror.http.Counters;
import pokemon.mirror.http.DirectoryStore;
import pokemon.mirror.http.FaultPlan;
import pokemon.mirror.http.ImageStore;
import pokemon.mirror.http.Latency;
import pokemon.mirror.http.MirrorConnection;
import pokemon.mirror.http.RequestHandler;
import pokemon.mirror.image.MirrorImages;

/**
 * Serves images over HTTP/1.1 on loopback, with the delays and faults of {@link MirrorOptions}.
 *
 * <p>It serves {@code /NNN.png}, an index at {@code /} and its {@linkplain MirrorStatistics#toJson() counters} at
 * {@code /statistics}.
 *
 * <p>Threads: one accepts, one per connection serves, and one draws synthetic images ahead of the requests. All are
 * daemons. When the system starts no more threads, the accepting one answers one request of each further connection.
 * {@link #close()} opens the latch, which ends every delay, closes the sockets, which ends every read and write, and
 * then joins the threads. It joins the accepting thread first, so no connection is added after the last one is closed.
 */
public final class MirrorServer implements AutoCloseable {
    /** Takes a few hundred clients that connect at the same moment. */
    private static final int BACKLOG = 1024;

    private static final long JOIN_MILLIS = 5000;

    private final ServerSocket listener;
    private final Counters counters = new Counters();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<MirrorConnection, Thread> connections = new ConcurrentHashMap<>();
    private final RequestHandler handler;
    private final BandwidthLimiter bandwidth;
    private final List<Thread> threads;

    private MirrorServer(MirrorOptions options, ServerSocket listener) {
        this.listener = listener;
        bandwidth = new BandwidthLimiter(options.bandwidth(), closed);
        handler = new RequestHandler(
                options.directory().<ImageStore>map(DirectoryStore::new).orElse(ImageStore.SYNTHETIC),
                new FaultPlan(options.faults(), options.seed()),
                new Latency(options.latency(), options.jitter(), options.seed(), closed),
                counters);
        Thread accepting = daemon("mirror-accept", this::acceptAll);
        threads = options.directory().isPresent()
                ? List.of(accepting)
                : List.of(accepting, daemon("mirror-draw", this::drawAhead));
    }

    /** Starts a mirror that accepts connections; fails when the port is taken or the directory is missing. */
    public static MirrorServer start(MirrorOptions options) throws IOException {
        Optional<Path> missing = options.directory().filter(directory -> !Files.isDirectory(directory));
        if (missing.isPresent()) {
            throw new IOException("The mirror cannot serve " + missing.get() + ": not a directory.");
        }
        MirrorServer server = new MirrorServer(options, listen(options.port()));
        server.threads.forEach(Thread::start);
        return server;
    }

    private static ServerSocket listen(int port) throws IOException {
        // Not getLoopbackAddress, which is ::1 where IPv6 is preferred and would not fit the URI.
        InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        ServerSocket listener = new ServerSocket();
        try {
            listener.bind(new InetSocketAddress(loopback, port), BACKLOG);
            return listener;
        } catch (IOException e) {
            listener.close();
            throw new IOException("The mirror cannot listen on 127.0.0.1:" + port + ": " + e.getMessage(), e);
        }
    }

    /** Returns the address to which the name of an image is appended: {@code http://127.0.0.1:PORT/}. */
    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/");
    }

    /** Returns what the mirror has counted so far; also after it was closed. */
    public MirrorStatistics statistics() {
        return counters.snapshot();
    }

    /**
     * Stops accepting, closes every connection and waits for the threads to end, which takes milliseconds.
     *
     * <p>An interrupted caller does not wait, and stays interrupted; the threads then end by themselves.
     */
    @Override
    public void close() {
        closed.countDown();
        try {
            listener.close();
        } catch (IOException e) {
            // The descriptor is released even so, and the accepting thread sees the latch.
        }
        try {
            // The accepting thread may serve one of them.
            connections.keySet().forEach(MirrorConnection::close);
            joinAll(threads);
            connections.keySet().forEach(MirrorConnection::close);
            joinAll(List.copyOf(connections.values()));
        } catch (InterruptedException e) {
            connections.keySet().forEach(MirrorConnection::close);
            Thread.currentThread().interrupt();
        }
    }

    private static void joinAll(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(JOIN_MILLIS);
        }
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private void acceptAll() {
        boolean open = true;
        while (open) {
            try {
                serve(listener.accept());
            } catch (IOException e) {
                // Either the mirror closed, or the process has too many open files: then some have to close first.
                open = !closesSoon();
            }
        }
    }

    private void serve(Socket socket) {
        counters.connection();
        MirrorConnection connection = new MirrorConnection(socket, handler, bandwidth, connections::remove);
        Thread thread = daemon("mirror-connection", connection);
        // Registered before it starts, because it removes itself when it ends.
        connections.put(connection, thread);
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            // The system has no more threads. Other clients wait in the backlog meanwhile.
            connection.serveOnce();
        }
    }

    private boolean closesSoon() {
        try {
            return closed.await(10, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // An interrupt of this thread asks it to end.
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void drawAhead() {
        for (int i = 0; i < MirrorImages.CREATURES && closed.getCount() > 0; i++) {
            MirrorImages.prepare(i);
        }
    }
}
