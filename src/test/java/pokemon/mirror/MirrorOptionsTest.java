package pokemon.mirror;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import pokemon.mirror.contract.Fault;

final class MirrorOptionsTest {
    private static final MirrorOptions DEFAULTS = MirrorOptions.defaults();

    private static void assertRefused(String message, Executable change) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, change).getMessage());
    }

    @Test
    void everyOptionCanBeChanged() {
        MirrorOptions changed = DEFAULTS.withPort(8080)
                .withDirectory(Path.of("images"))
                .withLatency(Duration.ofMillis(80))
                .withJitter(Duration.ofMillis(20))
                .withBandwidth(2_000_000)
                .withFaults(Map.of(Fault.RESET, 0.1))
                .withSeed(42);
        assertEquals(
                new MirrorOptions(
                        8080,
                        Optional.of(Path.of("images")),
                        Duration.ofMillis(80),
                        Duration.ofMillis(20),
                        2_000_000,
                        Map.of(Fault.RESET, 0.1),
                        42),
                changed);
    }

    @Test
    void valuesOutOfRangeAreRefusedInASentence() {
        assertRefused("The port must be from 0 to 65535, not 65536.", () -> DEFAULTS.withPort(65_536));
        assertRefused(
                "The latency must be from 0 to 1 hour, not PT-1S.", () -> DEFAULTS.withLatency(Duration.ofSeconds(-1)));
        assertRefused("The jitter must be from 0 to 1 hour, not PT2H.", () -> DEFAULTS.withJitter(Duration.ofHours(2)));
        assertRefused("The bandwidth must be at least 0 bytes per second, not -1.", () -> DEFAULTS.withBandwidth(-1));
        assertRefused(
                "The rate of the fault stall must be from 0 to 1, not NaN.",
                () -> DEFAULTS.withFaults(Map.of(Fault.STALL, Double.NaN)));
        assertRefused(
                "The rates of all faults together must be at most 1, not 1.2.",
                () -> DEFAULTS.withFaults(Map.of(Fault.STALL, 0.6, Fault.RESET, 0.6)));
    }

    @Test
    void ratesThatMakeUpTheWholeAreAccepted() {
        DEFAULTS.withFaults(Map.of(Fault.STALL, 0.7, Fault.RESET, 0.2, Fault.HTML, 0.1));
    }
}
