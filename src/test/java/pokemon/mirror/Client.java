package pokemon.mirror;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Speaks HTTP over a bare socket, so that a test sees every byte and every way to end. */
final class Client implements AutoCloseable {
    /** Long enough for a slow machine; only a broken mirror lets a test wait for it. */
    private static final int TIMEOUT_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;

    /** Holds what came. */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares replies.
    record Reply(int status, Map<String, String> fields, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    Client(URI uri) throws IOException {
        socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = socket.getInputStream();
    }

    static Reply get(MirrorServer server, String path) throws IOException {
        try (Client client = new Client(server.baseUri())) {
            return client.get(path);
        }
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Reply get(String path) throws IOException {
        return request("GET", path, "");
    }

    Reply request(String method, String path, String fields) throws IOException {
        send(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n");
        return read(!method.equals("HEAD"));
    }

    Reply read(boolean content) throws IOException {
        int status = Integer.parseInt(line().split(" ", -1)[1]);
        Map<String, String> fields = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            fields.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 2));
        }
        int length = content ? Integer.parseInt(fields.getOrDefault("content-length", "0")) : 0;
        return new Reply(status, fields, in.readNBytes(length));
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new IOException("no response");
            }
            line.write(octet);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    /** Returns the next byte, or -1 once the mirror has closed. */
    int next() throws IOException {
        return in.read();
    }

    void timeout(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
