package pokemon.download.address;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The addresses of a host name, of which the HTTP client by itself tries only the first.
 *
 * <p>Where there are several, a connection to each is begun one after the other, a quarter of a second apart or as soon
 * as one fails, and the first that stands wins (RFC 8305, 5).
 */
public final class HostAddresses {
    private static final long HEAD_START_MILLIS = 250;

    private final List<InetAddress> addresses;
    private final int port;

    private HostAddresses(List<InetAddress> addresses, int port) {
        this.addresses = addresses;
        this.port = port;
    }

    /**
     * Looks a name up.
     *
     * @throws java.net.UnknownHostException when it has no address
     */
    static HostAddresses of(String host, int port) throws IOException {
        return new HostAddresses(List.of(InetAddress.getAllByName(host)), port);
    }

    /** Returns whether a host is an address already. A host whose last label is a number is one (WHATWG URL, 3.5). */
    public static boolean isLiteral(String host) {
        return host.startsWith("[") || host.matches("(.*\\.)?[0-9]+\\.?");
    }

    /** Returns the addresses as they are shown in messages. */
    List<String> shown() {
        return addresses.stream().map(InetAddress::getHostAddress).toList();
    }

    /**
     * Returns the address to connect to, or nothing when it is the first, which the HTTP client takes by itself.
     *
     * @throws IOException when a connection to none of several can be made within the time
     */
    Optional<InetAddress> choose(Duration limit) throws IOException {
        if (addresses.size() == 1) {
            return Optional.empty();
        }
        InetAddress connected;
        try {
            connected = connectToAny(limit);
        } catch (IOException e) {
            throw new TriedAddressesException(shown(), e);
        }
        return connected.equals(addresses.get(0)) ? Optional.empty() : Optional.of(connected);
    }

    private InetAddress connectToAny(Duration limit) throws IOException {
        long deadline = System.nanoTime() + limit.toNanos();
        try (ConnectionRace race = new ConnectionRace()) {
            Deque<InetAddress> untried = new ArrayDeque<>(addresses);
            Optional<InetAddress> winner = Optional.empty();
            long left = limit.toMillis();
            while (winner.isEmpty() && left > 0 && (!untried.isEmpty() || race.isRunning())) {
                if (!untried.isEmpty()) {
                    race.add(untried.remove(), port);
                }
                winner = race.await(untried.isEmpty() ? left : Math.min(left, HEAD_START_MILLIS));
                left = (deadline - System.nanoTime()) / 1_000_000;
            }
            if (winner.isEmpty()) {
                throw race.failure();
            }
            return winner.get();
        }
    }
}
