package pokemon.faults;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** Carries bytes both ways between two sockets; an end or a reset on one side becomes the same on the other. */
public final class Tunnel {
    private final Socket near;
    private final InputStream fromNear;
    private final Socket far;
    private final Lifetime lifetime;

    /** Takes the near side's stream too, for it may have bytes of the client in its buffer already. */
    public Tunnel(Socket near, InputStream fromNear, Socket far, Lifetime lifetime) {
        this.near = near;
        this.fromNear = fromNear;
        this.far = far;
        this.lifetime = lifetime;
    }

    public void run() throws IOException {
        Thread back =
                lifetime.start(Thread.currentThread().getName() + "-back", () -> carry(far.getInputStream(), near));
        try {
            carry(fromNear, far);
        } finally {
            await(back);
        }
    }

    private void carry(InputStream from, Socket to) throws IOException {
        try {
            from.transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            reset(near);
            reset(far);
            throw e;
        }
    }

    private static void reset(Socket socket) throws IOException {
        if (!socket.isClosed()) {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }

    /** Waits as long as it takes: the closing of either socket ends the other direction. */
    private static void await(Thread back) throws IOException {
        try {
            back.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a tunnel was open", e);
        }
    }
}
