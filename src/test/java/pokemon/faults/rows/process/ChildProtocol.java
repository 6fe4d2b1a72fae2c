package pokemon.faults.rows.process;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import pokemon.faults.FaultServer;
import pokemon.faults.HeadReader;
import pokemon.faults.Lifetime;
import pokemon.faults.RequestSeen;
import pokemon.faults.Tunnel;

/**
 * One connection as a step sees it.
 *
 * <p>There are two sockets under TLS: bytes go through the upper one; it is the lower one that is reset and closed, for
 * closing a TLS socket waits for a writer that blocks.
 */
public final class ChildProtocol {
    private final int number;
    private final Socket lower;
    private final Socket upper;
    private final Lifetime lifetime;
    private final InputStream in;
    private final OutputStream out;

    public ChildProtocol(int number, Socket lower, Socket upper, Lifetime lifetime) throws IOException {
        this.number = number;
        this.lower = lower;
        this.upper = upper;
        this.lifetime = lifetime;
        this.in = new BufferedInputStream(upper.getInputStream());
        this.out = upper.getOutputStream();
    }

    public Optional<RequestSeen> readRequest() throws IOException {
        return HeadReader.read(in, number);
    }

    public void dropRequest() throws IOException {
        // Whether a request came or the client ended: the next step is the same.
        HeadReader.read(in, number);
    }

    public void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    public void pause(Duration time) throws IOException {
        lifetime.pause(time);
    }

    public void awaitPeerEnd() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    public void finish() throws IOException {
        // The FIN, and before it under TLS the close_notify that a cut connection would lack.
        upper.shutdownOutput();
        lower.close();
    }

    public void reset() throws IOException {
        lower.setSoLinger(true, 0);
        lower.close();
    }

    public void tunnelTo(int loopbackPort) throws IOException {
        Socket far = lifetime.own(new Socket(FaultServer.loopback(), loopbackPort));
        try {
            far.setTcpNoDelay(true);
            new Tunnel(lower, in, far, lifetime).run();
        } finally {
            lifetime.release(far);
        }
    }
}
