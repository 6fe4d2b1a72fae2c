package pokemon.download.address;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Connections that are being made at the same time. They only show which address answers and are closed at the end. */
final class ConnectionRace implements Closeable {
    private final Selector selector = Selector.open();
    private final List<SocketChannel> channels = new ArrayList<>();
    private IOException failure = new HttpConnectTimeoutException("connecting timed out");
    private int running;

    ConnectionRace() throws IOException {}

    /**
     * Begins a connection. One that is refused at once is a {@linkplain #failure}.
     *
     * @throws IOException when this process can open no more connections
     */
    void add(InetAddress address, int port) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channels.add(channel);
        channel.configureBlocking(false);
        try {
            channel.connect(new InetSocketAddress(address, port));
            // A connection that stands already is ready too.
            channel.register(selector, SelectionKey.OP_CONNECT | SelectionKey.OP_WRITE, address);
            running++;
        } catch (IOException e) {
            failure = e;
        }
    }

    boolean isRunning() {
        return running > 0;
    }

    /** Returns why the last connection to fail did, or that time ran out. */
    IOException failure() {
        return failure;
    }

    /** Waits until a connection stands or fails, and returns the address of one that stands. */
    Optional<InetAddress> await(long millis) throws IOException {
        if (running > 0) {
            selector.select(millis);
        }
        for (SelectionKey key : selector.selectedKeys()) {
            try {
                ((SocketChannel) key.channel()).finishConnect();
                return Optional.of((InetAddress) key.attachment());
            } catch (IOException e) {
                failure = e;
                key.channel().close();
                running--;
            }
        }
        selector.selectedKeys().clear();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel channel : channels) {
            channel.close();
        }
        selector.close();
    }
}
