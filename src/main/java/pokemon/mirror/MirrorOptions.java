package pokemon.mirror;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import pokemon.mirror.contract.Fault;

/**
 * The behaviour of a mirror.
 *
 * @param port the TCP port on 127.0.0.1, 0 to 65535; 0 takes any free one
 * @param directory the directory whose files are served instead of synthetic images
 * @param latency the time from a request to the first byte of its response, at most an hour
 * @param jitter the most by which the latency of one request is above or below {@code latency}, evenly spread; at most
 *     an hour; the sum is never below zero
 * @param bandwidth the bytes per second that all connections together may receive, as if they shared one link; 0 sets
 *     no limit
 * @param faults the share, 0 to 1, of the requests (of the ids for {@link Fault#NOT_FOUND}) that meet each fault; the
 *     shares add up to at most 1. Unless they add up to 1, every fourth request for an id is spared, so a client that
 *     tries four times gets every image that exists
 * @param seed of the faults and the jitter; the same seed gives the same ones for every id and attempt
 */
public record MirrorOptions(
        int port,
        Optional<Path> directory,
        Duration latency,
        Duration jitter,
        long bandwidth,
        Map<Fault, Double> faults,
        long seed) {
    private static final Duration LONGEST = Duration.ofHours(1);

    /** Throws an {@link IllegalArgumentException} with a sentence when a value is out of its range. */
    public MirrorOptions {
        require(port >= 0 && port <= 65_535, "The port must be from 0 to 65535", port);
        requireInHour("The latency", latency);
        requireInHour("The jitter", jitter);
        require(bandwidth >= 0, "The bandwidth must be at least 0 bytes per second", bandwidth);
        faults = Map.copyOf(faults);
        checkRates(faults);
    }

    private static void require(boolean holds, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", not " + value + ".");
        }
    }

    private static void requireInHour(String name, Duration value) {
        boolean holds = !value.isNegative() && value.compareTo(LONGEST) <= 0;
        require(holds, name + " must be from 0 to 1 hour", value);
    }

    private static void checkRates(Map<Fault, Double> faults) {
        double sum = 0;
        for (Map.Entry<Fault, Double> entry : faults.entrySet()) {
            double rate = entry.getValue();
            require(rate >= 0 && rate <= 1, "The rate of the fault " + entry.getKey() + " must be from 0 to 1", rate);
            sum += rate;
        }
        // 0.7 + 0.2 + 0.1 is a little more than 1 in binary.
        require(sum <= 1 + 1e-9, "The rates of all faults together must be at most 1", sum);
    }

    /** Returns the options of a fast and faultless mirror of synthetic images on any free port, with seed 0. */
    public static MirrorOptions defaults() {
        return new MirrorOptions(0, Optional.empty(), Duration.ZERO, Duration.ZERO, 0, Map.of(), 0);
    }

    public MirrorOptions withPort(int value) {
        return new MirrorOptions(value, directory, latency, jitter, bandwidth, faults, seed);
    }

    public MirrorOptions withDirectory(Path value) {
        return new MirrorOptions(port, Optional.of(value), latency, jitter, bandwidth, faults, seed);
    }

    public MirrorOptions withLatency(Duration value) {
        return new MirrorOptions(port, directory, value, jitter, bandwidth, faults, seed);
    }

    public MirrorOptions withJitter(Duration value) {
        return new MirrorOptions(port, directory, latency, value, bandwidth, faults, seed);
    }

    public MirrorOptions withBandwidth(long value) {
        return new MirrorOptions(port, directory, latency, jitter, value, faults, seed);
    }

    public MirrorOptions withFaults(Map<Fault, Double> value) {
        return new MirrorOptions(port, directory, latency, jitter, bandwidth, value, seed);
    }

    public MirrorOptions withSeed(long value) {
        return new MirrorOptions(port, directory, latency, jitter, bandwidth, faults, value);
    }
}
