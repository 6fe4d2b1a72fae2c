package pokemon.download.address;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import pokemon.download.address.Routes.Route;

/**
 * The addresses of a host name. The HTTP client by itself tries only the first.
 *
 * <p>With several addresses, connections begin one after the other: after a quarter of a second, or as soon as the last
 * one fails. The first that succeeds is taken (RFC 8305, 5).
 */
public final class HostAddresses {
    private static final long HEAD_START_MILLIS = 250;

    private HostAddresses() {}

    /** Has the addresses of a host that failed, and the failure of the last one. */
    public static final class TriedAddressesException extends IOException {
        private static final long serialVersionUID = 1;

        private final transient List<String> addresses;

        public TriedAddressesException(List<String> addresses, Throwable cause) {
            super(cause);
            this.addresses = addresses;
        }

        /** Returns the addresses in the order in which they were tried. */
        public List<String> addresses() {
            return addresses;
        }
    }

    /** Connections that are made at the same time, only to see which address answers. They are closed at the end. */
    private static final class ConnectionRace implements Closeable {
        private final Selector selector = Selector.open();
        private final List<SocketChannel> channels = new ArrayList<>();

        /** The failure of the connection that failed last, at first that time ran out. */
        private IOException failure = new HttpConnectTimeoutException("connecting timed out");

        private int running;

        ConnectionRace() throws IOException {}

        /**
         * Begins a connection. One that is refused at once is a {@link #failure}.
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

        /** Waits until a connection succeeds or fails, and returns the address of one that succeeded. */
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

    /** Returns whether a host is an address already. A host whose last label is a number is one (WHATWG URL, 3.5). */
    public static boolean isLiteral(String host) {
        return host.startsWith("[") || host.matches("(.*\\.)?[0-9]+\\.?");
    }

    /**
     * Looks a name up and returns the way to its host.
     *
     * @throws java.net.UnknownHostException when it has no address
     * @throws IOException when a connection to none of several can be made within the time
     */
    static Route route(String host, int port, Duration limit) throws IOException {
        List<InetAddress> addresses = List.of(InetAddress.getAllByName(host));
        List<String> shown = addresses.stream().map(InetAddress::getHostAddress).toList();
        if (addresses.size() == 1) {
            return new Route(shown, Optional.empty());
        }
        try {
            InetAddress connected = connectToAny(addresses, port, limit);
            return new Route(shown, Optional.of(connected).filter(any -> !any.equals(addresses.get(0))));
        } catch (IOException e) {
            throw new TriedAddressesException(shown, e);
        }
    }

    private static InetAddress connectToAny(List<InetAddress> addresses, int port, Duration limit) throws IOException {
        long deadline = System.nanoTime() + limit.toNanos();
        try (ConnectionRace race = new ConnectionRace()) {
            Deque<InetAddress> untried = new ArrayDeque<>(addresses);
            Optional<InetAddress> winner = Optional.empty();
            long left = limit.toMillis();
            while (winner.isEmpty() && left > 0 && (!untried.isEmpty() || race.running > 0)) {
                if (!untried.isEmpty()) {
                    race.add(untried.remove(), port);
                }
                winner = race.await(untried.isEmpty() ? left : Math.min(left, HEAD_START_MILLIS));
                left = (deadline - System.nanoTime()) / 1_000_000;
            }
            if (winner.isEmpty()) {
                throw race.failure;
            }
            return winner.get();
        }
    }
}
