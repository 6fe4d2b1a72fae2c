package pokemon.mirror.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import pokemon.mirror.contract.Fault;

/**
 * Serves the requests of one connection, one after the other, on its own thread.
 *
 * <p>The thread ends when the client closes the connection, or when {@link #close()} closes the socket.
 */
public final class MirrorConnection implements Runnable {
    /** In bytes; a head and the short first part of an image fit, and so leave in one write. */
    private static final int BUFFER = 8 * 1024;

    /** The longest silence of a client, and the most bytes, that are waited for after the last response. */
    private static final int LINGER_MILLIS = 30_000;

    private static final int LINGER_BYTES = 1 << 20;

    private static final Set<Fault> OF_CONNECTION = EnumSet.of(Fault.TRUNCATE, Fault.RESET, Fault.STALL);

    private final Socket socket;
    private final RequestHandler handler;
    private final BandwidthLimiter bandwidth;
    private final Consumer<MirrorConnection> ended;
    private boolean keepAlive = true;

    public MirrorConnection(
            Socket socket, RequestHandler handler, BandwidthLimiter bandwidth, Consumer<MirrorConnection> ended) {
        this.socket = socket;
        this.handler = handler;
        this.bandwidth = bandwidth;
        this.ended = ended;
    }

    /** Closes the connection, from any thread and at any time. */
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // The descriptor is released even so.
        }
    }

    public void serveOnce() {
        keepAlive = false;
        run();
    }

    @Override
    public void run() {
        try {
            // Without it a response that leaves in two writes waits for a delayed acknowledgement, up to 40 ms.
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), BUFFER);
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
            boolean more = true;
            while (more) {
                more = serveNext(in, out);
            }
        } catch (IOException e) {
            // The client left or the mirror closed.
        } finally {
            close();
            ended.accept(this);
        }
    }

    private boolean serveNext(InputStream in, OutputStream out) throws IOException {
        try {
            Optional<RequestHead> request = RequestHead.read(in);
            return request.isPresent() && serve(request.get(), in, out);
        } catch (RequestHead.MalformedException e) {
            send(handler.refuse(e), false, true, out);
            lingeringClose(in);
            return false;
        }
    }

    private boolean serve(RequestHead request, InputStream in, OutputStream out) throws IOException {
        Response response = handler.respond(request);
        if (response.fault().filter(OF_CONNECTION::contains).isPresent()) {
            abort(response, in, out);
            return false;
        }
        boolean more = keepAlive && request.keepAlive();
        send(response, more, !request.method().equals("HEAD"), out);
        if (!more) {
            lingeringClose(in);
        }
        return more;
    }

    private void send(Response response, boolean keepAlive, boolean content, OutputStream out) throws IOException {
        out.write(response.head(keepAlive));
        if (content) {
            sendContent(response, response.length(), out);
        }
        out.flush();
    }

    private void sendContent(Response response, int limit, OutputStream out) throws IOException {
        int left = limit;
        for (byte[] part : response.parts()) {
            int length = Math.min(left, part.length);
            bandwidth.write(out, part, 0, length);
            left -= length;
        }
    }

    private void abort(Response response, InputStream in, OutputStream out) throws IOException {
        if (response.cut().isPresent()) {
            out.write(response.head(true));
            sendContent(response, (int) (response.length() * response.cut().get()), out);
            out.flush();
        }
        switch (response.fault().orElseThrow()) {
            case RESET -> socket.setSoLinger(true, 0); // Closing then sends RST instead of FIN.
            case STALL -> in.transferTo(OutputStream.nullOutputStream());
            default -> lingeringClose(in);
        }
    }

    /**
     * Ends the sending side and reads what the client still sends: to close with unread input would reset the
     * connection, and the client could lose the response (RFC 9112 section 9.6).
     */
    private void lingeringClose(InputStream in) throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout(LINGER_MILLIS);
        in.readNBytes(LINGER_BYTES);
    }
}
