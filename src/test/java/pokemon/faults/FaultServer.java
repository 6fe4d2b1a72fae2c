package pokemon.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * An HTTP/1.1 server on a loopback port that answers each request with the {@link Misbehaviour} scripted for it.
 *
 * <p>Each connection has a daemon thread of its own. As a proxy it matches an absolute target by its path; the answers
 * to {@code CONNECT} are scripted apart. The answers and the records are guarded by the server's own lock.
 */
public final class FaultServer implements AutoCloseable {
    private static final String CONNECT = "CONNECT";

    private final ServerSocket listener;
    private final Optional<SSLContext> tls;
    private final Lifetime lifetime;
    private final Map<Object, Deque<Misbehaviour>> answers = new HashMap<>();
    private final List<RequestSeen> requests = new ArrayList<>();
    private Misbehaviour otherwise = Misbehaviours.status(404);
    private int connections;

    private FaultServer(ServerSocket listener, Optional<SSLContext> tls) {
        this.listener = listener;
        this.tls = tls;
        this.lifetime = new Lifetime("fault-server-" + listener.getLocalPort());
    }

    /** Starts a server for {@code http}. */
    public static FaultServer start() throws IOException {
        return startOn(0);
    }

    /** Starts a server for {@code https}. */
    public static FaultServer start(SSLContext tls) throws IOException {
        return start(Optional.of(tls), 0);
    }

    /** Starts a server for {@code http} on a port, such as that of one that was closed. */
    public static FaultServer startOn(int port) throws IOException {
        return start(Optional.empty(), port);
    }

    private static FaultServer start(Optional<SSLContext> tls, int port) throws IOException {
        ServerSocket listener = new ServerSocket();
        // The backlog holds a burst of workers: with the default of 50 the rest would wait a second for a second SYN.
        listener.bind(new InetSocketAddress(loopback(), port), 1024);
        FaultServer server = new FaultServer(listener, tls);
        server.lifetime.own(listener);
        server.lifetime.start(server::acceptUntilClosed);
        return server;
    }

    /** Returns 127.0.0.1, whatever the JVM was told to prefer. */
    static InetAddress loopback() throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    /** Returns a port of 127.0.0.1 on which nothing listens. */
    public static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
            return socket.getLocalPort();
        }
    }

    /** Answers this to every request without a script of its own; until then such a request gets a 404. */
    public synchronized void always(Misbehaviour answer) {
        otherwise = answer;
    }

    /** Answers the requests for an id, such as {@code /007.png} for 7, in this order; the last answer repeats. */
    public void forId(int id, Misbehaviour... inOrder) {
        script(id, inOrder);
    }

    /** Answers the requests for an exact path in this order; goes before {@link #forId}. The last answer repeats. */
    public void forPath(String path, Misbehaviour... inOrder) {
        script(path, inOrder);
    }

    /** Answers {@code CONNECT} in this order, with a 405 until then; the last answer repeats. */
    public void forConnect(Misbehaviour... inOrder) {
        script(CONNECT, inOrder);
    }

    private synchronized void script(Object key, Misbehaviour... inOrder) {
        answers.put(key, new ArrayDeque<>(List.of(inOrder)));
    }

    /** Returns the port on 127.0.0.1. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Returns {@code http://127.0.0.1:port/}, or the same with {@code https}. */
    public URI baseUri() {
        return URI.create((tls.isPresent() ? "https" : "http") + "://127.0.0.1:" + port() + "/");
    }

    /** Returns the base with {@code {id}.png} after it. */
    public String template() {
        return baseUri() + "{id}.png";
    }

    /** Returns how many requests came for an id, each redirect and repetition counted. */
    public int requests(int id) {
        return (int) requestsSeen().stream()
                .filter(request -> request.id().equals(OptionalInt.of(id)))
                .count();
    }

    /** Returns how many requests came, {@code CONNECT} included. */
    public synchronized int requests() {
        return requests.size();
    }

    /** Returns the requests in the order in which they came. */
    public synchronized List<RequestSeen> requestsSeen() {
        return List.copyOf(requests);
    }

    /** Returns how many connections were accepted. */
    public synchronized int connections() {
        return connections;
    }

    /** Waits until this many requests came in all; false if the time is over first. */
    public synchronized boolean awaitRequests(int count, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (requests.size() < count) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
        }
        return true;
    }

    /**
     * Ends the listener, every connection and every thread before it returns.
     *
     * @throws IllegalStateException if the server failed by itself, as on a request that is no HTTP
     */
    @Override
    public void close() {
        lifetime.close();
    }

    @SuppressWarnings("InfiniteLoopStatement") // ended by the exception of the closed listener
    private void acceptUntilClosed() throws IOException {
        while (true) {
            Socket socket = lifetime.own(listener.accept());
            lifetime.start(() -> serve(socket));
        }
    }

    private void serve(Socket socket) throws IOException {
        synchronized (this) {
            connections++;
        }
        try {
            socket.setTcpNoDelay(true);
            Connection connection = new Connection(socket, encrypted(socket), lifetime);
            boolean goesOn = true;
            while (goesOn) {
                Optional<RequestSeen> request = connection.readRequest();
                goesOn = request.isPresent() && next(request.get()).answer(connection);
            }
        } finally {
            lifetime.release(socket);
        }
    }

    private Socket encrypted(Socket socket) throws IOException {
        if (tls.isEmpty()) {
            return socket;
        }
        SSLSocket upper = (SSLSocket) tls.get().getSocketFactory().createSocket(socket, null, port(), true);
        upper.setUseClientMode(false);
        return upper;
    }

    /** Records a request before it is answered, so that a client with an answer finds its request recorded. */
    private synchronized Misbehaviour next(RequestSeen request) {
        requests.add(request);
        notifyAll();
        if (request.method().equals(CONNECT)) {
            return answers.containsKey(CONNECT) ? take(CONNECT) : Misbehaviours.status(405);
        }
        if (answers.containsKey(request.path())) {
            return take(request.path());
        }
        OptionalInt id = request.id();
        return id.isPresent() && answers.containsKey(id.getAsInt()) ? take(id.getAsInt()) : otherwise;
    }

    private Misbehaviour take(Object key) {
        Deque<Misbehaviour> inOrder = answers.get(key);
        return inOrder.size() > 1 ? inOrder.removeFirst() : inOrder.getFirst();
    }
}
