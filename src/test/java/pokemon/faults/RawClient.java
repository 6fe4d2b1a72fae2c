package pokemon.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/** A client that shows the bytes as they come and how they end; it repairs and retries nothing. */
final class RawClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int SILENCE_MILLIS = 200;

    private final Socket socket;
    private final InputStream in;

    RawClient(int port) throws IOException {
        this(new Socket(FaultServer.loopback(), port));
    }

    RawClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    void get(String target, String... headers) throws IOException {
        send("GET " + target + " HTTP/1.1\r\nHost: test\r\n" + lines(headers) + "\r\n");
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Reads to the empty line and includes it. */
    String readHead() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
            head.append(new String(read(1), ISO_8859_1));
        }
        return head.toString();
    }

    byte[] read(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("only " + bytes.length + " of " + count + " bytes came");
        }
        return bytes;
    }

    /** Tells whether the connection ended in order here. */
    boolean isAtEnd() throws IOException {
        return in.read() < 0;
    }

    /** Tells whether the connection was reset here. */
    boolean isReset() throws IOException {
        try {
            in.read();
            return false;
        } catch (SocketException e) {
            return "Connection reset".equals(e.getMessage());
        }
    }

    /** Tells whether the connection is open and nothing comes for a while. */
    boolean isSilent() throws IOException {
        socket.setSoTimeout(SILENCE_MILLIS);
        try {
            in.read();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static String lines(String... headers) {
        return headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    }
}
