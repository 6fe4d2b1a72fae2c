package pokemon.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;

/**
 * The server's side of one connection.
 *
 * <p>Under TLS there are two sockets. Bytes go through the upper one. Resets and closes go to the lower one, since
 * closing a TLS socket waits for a blocked writer.
 */
final class Connection {
    private final Socket lower;
    private final Socket upper;
    private final Lifetime lifetime;
    private final InputStream in;
    private final OutputStream out;

    Connection(Socket lower, Socket upper, Lifetime lifetime) throws IOException {
        this.lower = lower;
        this.upper = upper;
        this.lifetime = lifetime;
        this.in = new BufferedInputStream(upper.getInputStream());
        this.out = upper.getOutputStream();
    }

    /** Reads the head of a request; empty at the end of the connection. */
    Optional<RequestSeen> readRequest() throws IOException {
        return RequestSeen.read(in);
    }

    /** Sends all parts in one write, so that no reset or close comes between them. */
    Connection send(byte[]... parts) throws IOException {
        out.write(Misbehaviours.join(parts));
        out.flush();
        return this;
    }

    /** Sends a block again and again until the client closes. */
    @SuppressWarnings("InfiniteLoopStatement") // ended by the exception of a closed socket
    boolean sendForever(byte[] block) throws IOException {
        while (true) {
            send(block);
        }
    }

    /** Sends the bytes one at a time with a pause after each. */
    Connection drip(byte[] bytes, Duration pause) throws IOException {
        for (byte each : bytes) {
            send(new byte[] {each});
            lifetime.pause(pause);
        }
        return this;
    }

    /** Goes on to the next request. */
    boolean keepAlive() {
        return true;
    }

    /** Sends nothing until the client or the server closes. */
    boolean stall() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
        return false;
    }

    /** Ends the connection in order: a close_notify under TLS, then a FIN. */
    boolean close() throws IOException {
        upper.shutdownOutput();
        lower.close();
        return false;
    }

    /** Ends the connection in order, after the client has done so. */
    boolean closeAfterClient() throws IOException {
        upper.shutdownOutput();
        stall();
        lower.close();
        return false;
    }

    /** Breaks the connection with an RST. */
    boolean reset() throws IOException {
        reset(lower);
        return false;
    }

    /** Carries bytes both ways between the client and a port of this machine; an end or a reset crosses, too. */
    boolean tunnelTo(int loopbackPort) throws IOException {
        Socket far = lifetime.own(new Socket(FaultServer.loopback(), loopbackPort));
        try {
            far.setTcpNoDelay(true);
            lifetime.start(() -> carry(in, lower, far));
            carry(far.getInputStream(), far, lower);
        } finally {
            lifetime.release(far);
        }
        return false;
    }

    private static void carry(InputStream in, Socket from, Socket to) throws IOException {
        try {
            in.transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            reset(to);
            reset(from);
            throw e;
        }
    }

    private static void reset(Socket socket) throws IOException {
        if (!socket.isClosed()) {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
