package pokemon.mirror.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pokemon.mirror.contract.Fault;

final class FaultPlanTest {
    private static List<Optional<Fault>> faults(Map<Fault, Double> rates, long seed, long attempt) {
        FaultPlan plan = new FaultPlan(rates, seed);
        return IntStream.rangeClosed(1, 10_000)
                .mapToObj(id -> plan.fault(id, attempt))
                .toList();
    }

    private static double share(List<Optional<Fault>> faults, Fault wanted) {
        return faults.stream().filter(Optional.of(wanted)::equals).count() / (double) faults.size();
    }

    @Test
    void theSameSeedGivesTheSameFaults() {
        Map<Fault, Double> rates = Map.of(Fault.RESET, 0.2, Fault.HTML, 0.2);
        assertEquals(faults(rates, 7, 0), faults(rates, 7, 0));
        assertNotEquals(faults(rates, 7, 0), faults(rates, 8, 0));
        assertNotEquals(faults(rates, 7, 0), faults(rates, 7, 1));
    }

    @ParameterizedTest
    @EnumSource
    void aRateIsTheShareOfRequests(Fault fault) {
        assertEquals(0.2, share(faults(Map.of(fault, 0.2), 1, 0), fault), 0.02);
        assertEquals(1, share(faults(Map.of(fault, 1.0), 1, 0), fault));
    }

    @Test
    void ratesAddUp() {
        List<Optional<Fault>> faults = faults(Map.of(Fault.RESET, 0.25, Fault.STALL, 0.75), 1, 0);
        assertEquals(0.25, share(faults, Fault.RESET), 0.02);
        assertEquals(0.75, share(faults, Fault.STALL), 0.02);
    }

    @Test
    void aClientThatTriesFourTimesSucceeds() {
        assertEquals(0, share(faults(Map.of(Fault.RESET, 0.99), 1, 3), Fault.RESET));
        assertEquals(0, share(faults(Map.of(Fault.RESET, 0.99), 1, 7), Fault.RESET));
        assertEquals(
                1,
                share(faults(Map.of(Fault.RESET, 0.4, Fault.STALL, 0.6), 1, 3), Fault.RESET)
                        + share(faults(Map.of(Fault.RESET, 0.4, Fault.STALL, 0.6), 1, 3), Fault.STALL));
    }

    @Test
    void aMissingImageStaysMissing() {
        Map<Fault, Double> rates = Map.of(Fault.NOT_FOUND, 0.3);
        assertEquals(faults(rates, 3, 0), faults(rates, 3, 1));
        assertNotEquals(faults(rates, 3, 0), faults(rates, 4, 0));
    }

    @Test
    void latencyStaysWithinItsJitter() {
        Latency latency = new Latency(Duration.ofMillis(80), Duration.ofMillis(20), 5, new CountDownLatch(1));
        long[] nanos = IntStream.rangeClosed(1, 1000)
                .mapToLong(id -> latency.nanos(id, 0))
                .sorted()
                .toArray();
        assertTrue(nanos[0] >= 60_000_000 && nanos[0] < 62_000_000);
        assertTrue(nanos[999] <= 100_000_000 && nanos[999] > 98_000_000);
    }

    @Test
    void latencyIsNeverNegative() {
        Latency latency = new Latency(Duration.ZERO, Duration.ofMillis(20), 5, new CountDownLatch(1));
        assertTrue(IntStream.rangeClosed(1, 1000).allMatch(id -> latency.nanos(id, 0) >= 0));
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultHasAName(Fault fault) {
        assertEquals(fault, Fault.named(fault.toString()));
    }
}
