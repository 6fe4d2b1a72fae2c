package pokemon.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import pokemon.faults.rows.process.ChildProtocol;

/**
 * An HTTP/1.1 server on a loopback port that answers each request with the {@link Misbehaviour} scripted for it.
 *
 * <p>One daemon thread accepts, and each connection has one of its own; {@link #close()} ends them all at once, those
 * that stall included. It also takes the requests a proxy gets: absolute targets are matched by their path, and
 * {@code CONNECT} has a script of its own.
 */
public final class FaultServer implements AutoCloseable {
    private final Lifetime lifetime = new Lifetime();
    private final Script script = new Script();
    private final Seen seen = new Seen();
    private final ServerSocket listener;
    private final Optional<SSLContext> tls;

    private FaultServer(ServerSocket listener, Optional<SSLContext> tls) {
        this.listener = listener;
        this.tls = tls;
    }

    /** Starts a server for {@code http}. */
    public static FaultServer start() throws IOException {
        return start(Optional.empty());
    }

    /** Starts a server for {@code https}. */
    public static FaultServer start(SSLContext tls) throws IOException {
        return start(Optional.of(tls));
    }

    /** Returns 127.0.0.1 whatever the JVM was told to prefer. */
    public static InetAddress loopback() throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    /** Starts a server for {@code http} on a port, such as that of one that was closed. */
    public static FaultServer startOn(int port) throws IOException {
        return start(Optional.empty(), port);
    }

    private static FaultServer start(Optional<SSLContext> tls) throws IOException {
        return start(tls, 0);
    }

    private static FaultServer start(Optional<SSLContext> tls, int port) throws IOException {
        ServerSocket listener = new ServerSocket();
        // The backlog holds a burst of workers: with the default of 50 the rest would wait a second for a second SYN.
        listener.bind(new InetSocketAddress(loopback(), port), 1024);
        FaultServer server = new FaultServer(listener, tls);
        server.lifetime.own(listener);
        server.lifetime.start("fault-server-" + server.port(), server::acceptUntilClosed);
        return server;
    }

    /** Answers this to every request that has no script of its own, which is a 404 until then. */
    public void always(Misbehaviour answer) {
        script.always(answer);
    }

    /** Answers the requests for an id, such as {@code /007.png} for 7, in this order; the last answer repeats. */
    public void forId(int id, Misbehaviour... inOrder) {
        script.put(id, inOrder);
    }

    /** Answers the requests for an exact path in this order; goes before {@link #forId}. The last answer repeats. */
    public void forPath(String path, Misbehaviour... inOrder) {
        script.put(path, inOrder);
    }

    /** Answers {@code CONNECT} in this order, with a 405 until then; the last answer repeats. */
    public void forConnect(Misbehaviour... inOrder) {
        script.onConnect(inOrder);
    }

    /** Returns the port on 127.0.0.1. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Returns address and port, as a proxy selector takes them. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
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
        OptionalInt wanted = OptionalInt.of(id);
        return (int) seen.requests().stream()
                .filter(request -> request.id().equals(wanted))
                .count();
    }

    /** Returns how many requests came, {@code CONNECT} included. */
    public int requests() {
        return seen.requests().size();
    }

    /** Returns the requests in the order in which they came. */
    public List<RequestSeen> requestsSeen() {
        return seen.requests();
    }

    /** Returns how many connections were accepted. */
    public int connections() {
        return seen.opened();
    }

    /** Returns how many of them have not ended yet. */
    public int openConnections() {
        return seen.stillOpen();
    }

    /** Waits until this many requests came in all; false if the time is over first. */
    public boolean awaitRequests(int count, Duration timeout) throws InterruptedException {
        return seen.awaitRequests(count, timeout);
    }

    /** Waits until no connection is open; false if the time is over first. */
    public boolean awaitNoOpenConnections(Duration timeout) throws InterruptedException {
        return seen.awaitNoneOpen(timeout);
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
            lifetime.start("fault-server-" + port() + "-connection", () -> serve(socket));
        }
    }

    private void serve(Socket socket) throws IOException {
        int number = seen.connectionOpened();
        try {
            socket.setTcpNoDelay(true);
            answerRequests(new ChildProtocol(number, socket, encrypted(socket), lifetime));
        } finally {
            lifetime.release(socket);
            seen.connectionClosed();
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

    private void answerRequests(ChildProtocol wire) throws IOException {
        boolean goesOn = true;
        while (goesOn) {
            Optional<RequestSeen> request = wire.readRequest();
            if (request.isEmpty()) {
                return;
            }
            // Counted before it is answered: a client that has its answer finds its request in the counters.
            seen.request(request.get());
            goesOn = answer(wire, script.next(request.get()));
        }
    }

    private static boolean answer(ChildProtocol wire, Misbehaviour misbehaviour) throws IOException {
        for (Step step : misbehaviour.steps()) {
            step.playOn(wire);
        }
        return misbehaviour.keepsAlive();
    }
}
