package pokemon.experiment.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RaceRunTest {
    /** On a busy machine the workers of an attempt may run one after the other. */
    private static final int ATTEMPTS = 30;

    static Stream<DrawStrategy> safe() {
        return Stream.of(DrawStrategy.values()).filter(DrawStrategy::isSafe);
    }

    @ParameterizedTest
    @MethodSource("safe")
    void safeOnesDrawEachIdExactlyOnce(DrawStrategy strategy) throws Exception {
        for (int workers = 1; workers <= 5; workers++) {
            Draws draws = RaceRun.run(strategy, 200_003, workers);
            assertTrue(draws.isExact(), draws::toString);
            assertEquals(200_003, draws.draws());
        }
    }

    @Test
    void theUnsafeOneDrawsIdsTwice() throws Exception {
        Draws draws = RaceRun.run(DrawStrategy.UNSAFE, 5_000_000, 4);
        for (int attempt = 1; attempt < ATTEMPTS && draws.twice() == 0; attempt++) {
            draws = RaceRun.run(DrawStrategy.UNSAFE, 5_000_000, 4);
        }
        assertTrue(draws.twice() > 0, draws::toString);
        assertFalse(draws.isExact(), draws::toString);
    }

    @Test
    void theUnsafeOneIsRightAlone() throws Exception {
        assertTrue(RaceRun.run(DrawStrategy.UNSAFE, 100_000, 1).isExact());
    }

    @Test
    void aLostUpdateIsCaughtInTheAct() throws Exception {
        LostUpdate update = TracedCounter.provoke(4).orElseThrow();
        assertEquals(2, update.workers().size(), update::toString);
        assertEquals(
                2,
                update.steps().stream()
                        .filter(step -> step.access() == LostUpdate.Access.WRITE && step.value() == update.id())
                        .map(LostUpdate.Step::worker)
                        .filter(update.workers()::contains)
                        .distinct()
                        .count(),
                update::toString);
    }

    @Test
    void cpuTimeIsThatOfTheDrawsAlone() throws Exception {
        Draws draws = RaceRun.run(DrawStrategy.SYNCHRONIZED, 500_000, 1);
        double share = draws.busyProcessors();
        // Two clocks, which may run a little apart.
        assertTrue(share > 0 && share < 1.1, () -> share + " of one processor");
    }

    @Test
    void anInterruptEndsTheRace() {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> RaceRun.run(DrawStrategy.SYNCHRONIZED, 1_000_000, 2));
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void aWorkerThatIsInterruptedStopsDrawing() {
        AtomicInteger draws = new AtomicInteger();
        IdSource endless = worker -> {
            if (draws.incrementAndGet() == 10) {
                Thread.currentThread().interrupt();
            }
            return 1;
        };
        RaceRun.drawAll(endless, 0, new Draws.Counts(1));
        assertTrue(Thread.interrupted());
        assertTrue(draws.get() < 1_000_000, draws::toString);
    }
}
