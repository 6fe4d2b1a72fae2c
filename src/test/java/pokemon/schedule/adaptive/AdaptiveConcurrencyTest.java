package pokemon.schedule.adaptive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.schedule.adaptive.ConcurrencyChange.Cause;
import pokemon.schedule.run.Concurrency;
import pokemon.schedule.run.WorkerKind;

final class AdaptiveConcurrencyTest {
    private static AdaptiveConcurrency threads(int ids) {
        Concurrency.Adaptive usual = Concurrency.Adaptive.forThisMachine(WorkerKind.THREADS);
        return new AdaptiveConcurrency(
                Math.min(usual.first(), ids), Math.min(usual.max(), ids), 0, AdaptiveConcurrencyTest::idle);
    }

    /** The load of processors that have nothing to do. */
    private static double idle() {
        return 0;
    }

    /** Returns a limit whose first workers are ready at once. */
    private static AdaptiveConcurrency ready(int first, int max) {
        AdaptiveConcurrency limit = new AdaptiveConcurrency(first, max, 0, AdaptiveConcurrencyTest::idle);
        limit.ready(first, 0);
        return limit;
    }

    /** Threads that share two processors, and code that gets warm in the course of the run. */
    private static Simulation withThreads(int ids, IntToDoubleFunction latency) {
        return new Simulation(ids, latency).compute(0.0045).warmUp(0.5).jitter(0.1);
    }

    /** Processes that each need half a second to start and as much again to get warm. */
    private static Simulation withProcesses(int ids, double latency) {
        return new Simulation(ids, requests -> latency)
                .compute(0.0045)
                .start(0.45)
                .warmUp(0.5)
                .jitter(0.1);
    }

    private static int last(AdaptiveConcurrency limit) {
        return limit.path().get(limit.path().size() - 1).workers();
    }

    private static int largest(AdaptiveConcurrency limit) {
        return limit.path().stream().mapToInt(ConcurrencyChange::workers).max().orElseThrow();
    }

    private static List<Cause> causes(AdaptiveConcurrency limit) {
        return limit.path().stream().map(ConcurrencyChange::cause).toList();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.02, 0.1})
    void comesWithinATenthOfTheBestFixedNumberOfThreads(double latency) {
        double best = Simulation.best(() -> withThreads(898, requests -> latency), 1, 2, 4, 8, 16, 32, 64, 128, 256);
        double found = withThreads(898, requests -> latency).adaptive(threads(898));
        assertTrue(found <= 1.1 * best, found + " s against " + best + " s");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.02, 0.1})
    void comesWithinATenthOfTheBestFixedNumberOfProcesses(double latency) {
        double best = Simulation.best(() -> withProcesses(898, latency), 1, 2, 3, 4, 6, 8, 12, 16, 24);
        Simulation simulation = withProcesses(898, latency);
        double found = simulation.adaptive(new AdaptiveConcurrency(2, 32, 0, simulation::load));
        assertTrue(found <= 1.1 * best, found + " s against " + best + " s");
    }

    @Test
    void wantsMoreWorkersTheLongerTheyWait() {
        AdaptiveConcurrency near = threads(898);
        withThreads(898, requests -> 0.001).adaptive(near);
        AdaptiveConcurrency far = threads(898);
        withThreads(898, requests -> 0.2).adaptive(far);
        assertTrue(last(far) > last(near), near.path() + " " + far.path());
        assertTrue(last(far) >= 64, far.path()::toString);
    }

    @Test
    void goesBackWhenMoreWorkersBringNothing() {
        AdaptiveConcurrency limit = threads(4_000);
        // A server that works on ten requests at a time: the others queue.
        new Simulation(4_000, requests -> 0.02 * Math.max(1, requests / 10.0))
                .compute(0.0001)
                .adaptive(limit);
        assertTrue(causes(limit).contains(Cause.NO_GAIN), limit.path()::toString);
        assertTrue(last(limit) >= 8 && last(limit) <= 40, limit.path()::toString);
    }

    @Test
    void goesBackWhenMoreWorkersDoHarm() {
        // Best at 32 requests; with more of them the server gets slower faster than they bring.
        IntToDoubleFunction peak = requests -> 0.05 * Math.max(1, Math.pow(requests / 32.0, 2));
        AdaptiveConcurrency limit = threads(4_000);
        double found = new Simulation(4_000, peak).compute(0.0001).adaptive(limit);
        double best = new Simulation(4_000, peak).compute(0.0001).fixed(32);
        assertTrue(found < 1.3 * best, found + " s against " + best + " s: " + limit.path());
        assertTrue(last(limit) <= 48, limit.path()::toString);
    }

    @Test
    void isNotLedAstrayByNoise() {
        AdaptiveConcurrency limit = threads(4_000);
        double found = new Simulation(4_000, requests -> 0.05)
                .compute(0.0045)
                .jitter(0.9)
                .adaptive(limit);
        double best = Simulation.best(
                () -> new Simulation(4_000, requests -> 0.05).compute(0.0045).jitter(0.9), 8, 16, 32, 64, 128);
        assertTrue(found < 1.15 * best, found + " s against " + best + " s: " + limit.path());
    }

    @Test
    void halvesWhenTheServerThrottles() {
        AdaptiveConcurrency limit = threads(2_000);
        Simulation simulation =
                new Simulation(2_000, requests -> 0.1).compute(0.0001).throttledAbove(20);
        simulation.adaptive(limit);
        assertTrue(causes(limit).contains(Cause.THROTTLED), limit.path()::toString);
        assertTrue(last(limit) <= 25, limit.path()::toString);
        assertTrue(simulation.throttled() < 20, simulation.throttled() + " times: " + limit.path());
    }

    @Test
    void countsManyAnswersOfOneBusyMomentOnce() {
        AdaptiveConcurrency limit = ready(8, 256);
        for (int i = 0; i < 8; i++) {
            limit.throttled(0, millis(100 + i), millis(1_000));
        }
        assertEquals(4, limit.wanted());
        assertEquals(List.of(Cause.FIRST, Cause.THROTTLED), causes(limit));
    }

    @Test
    void measuresNothingDuringAPause() {
        AdaptiveConcurrency limit = ready(8, 256);
        limit.throttled(0, millis(100), millis(60_000));
        for (int i = 0; i < 100; i++) {
            limit.completed(millis(50_000), millis(60_000), 800);
        }
        assertEquals(4, limit.wanted());
    }

    @Test
    void growsOnlyOnceTheLastOneIsReady() {
        AdaptiveConcurrency limit = new AdaptiveConcurrency(4, 256, 0, AdaptiveConcurrencyTest::idle);
        limit.ready(3, millis(1));
        complete(limit, 20, 1, 500);
        assertEquals(4, limit.wanted(), "one is still missing");
        limit.ready(4, millis(2));
        complete(limit, 4, 2, 500);
        assertEquals(16, limit.wanted());
    }

    private static void complete(AdaptiveConcurrency limit, int images, long begin, int left) {
        complete(limit, images, begin, 100, left);
    }

    private static void complete(AdaptiveConcurrency limit, int images, long begin, long taken, int left) {
        for (int i = 0; i < images; i++) {
            limit.completed(millis(begin), millis(begin + taken), left);
        }
    }

    @Test
    void ignoresOneBadWindow() {
        AdaptiveConcurrency limit = ready(4, 16);
        complete(limit, 4, 0, 800);
        limit.ready(16, millis(100));
        complete(limit, 16, 100, 700);
        complete(limit, 32, 300, 1_000, 600);
        assertEquals(16, limit.wanted(), "slow once");
        complete(limit, 32, 1_300, 500);
        complete(limit, 32, 1_400, 1_000, 400);
        assertEquals(16, limit.wanted(), "slow once again, after a good moment");
        complete(limit, 32, 2_400, 1_000, 300);
        assertEquals(12, limit.wanted(), "slow twice in a row");
    }

    @ParameterizedTest
    @CsvSource({"500, 16", "10, 10", "5, 5", "4, 4"})
    void neverWantsMoreWorkersThanIdsAreLeft(int left, int wanted) {
        AdaptiveConcurrency limit = ready(4, 256);
        complete(limit, 4, 0, left);
        assertEquals(wanted, limit.wanted());
    }

    @Test
    void neverWantsMoreThanItMay() {
        AdaptiveConcurrency limit = new AdaptiveConcurrency(8, 12, 0, AdaptiveConcurrencyTest::idle);
        new Simulation(2_000, requests -> 0.1).compute(0.0001).adaptive(limit);
        assertEquals(12, largest(limit));
    }

    @ParameterizedTest
    @CsvSource({"0.9, 4000, 2", "0.5, 4000, 8", "0, 40, 2", "0, 4000, 8"})
    void startsAnExpensiveWorkerOnlyOnIdleProcessorsAndWhenEnoughIsLeftForIt(double load, int left, int wanted) {
        AdaptiveConcurrency limit = new AdaptiveConcurrency(2, 32, 0, () -> load);
        limit.ready(2, millis(2_000));
        for (long time = 4_000; time < 6_000; time += 100) {
            limit.completed(millis(time), millis(time + 100), left);
        }
        assertEquals(wanted, limit.wanted());
    }

    @Test
    void keepsTheWorkersThatStarted() {
        AdaptiveConcurrency limit = ready(4, 256);
        complete(limit, 4, 0, 800);
        limit.cannotGrow(9, millis(200));
        assertEquals(9, limit.wanted());
        for (int i = 0; i < 50; i++) {
            complete(limit, 20, 300 + 100 * i, 800);
        }
        assertTrue(largest(limit) <= 16 && limit.wanted() <= 9, limit.path()::toString);
    }

    @Test
    void triesMoreWorkersAgainSomeTimeAfterFailedStarts() {
        AdaptiveConcurrency limit = ready(4, 256);
        complete(limit, 4, 0, 800);
        limit.cannotGrow(9, millis(200));
        int before = largest(limit);
        for (int i = 0; i < 600; i++) {
            limit.ready(limit.wanted(), millis(300 + 100 * i));
            complete(limit, 20, 300 + 100 * i, 100_000);
        }
        assertTrue(limit.path().stream().skip(3).anyMatch(step -> step.workers() > 9), limit.path()::toString);
        assertEquals(16, before);
    }

    @Test
    void tellsThePathItTook() {
        AdaptiveConcurrency limit = ready(4, 256);
        complete(limit, 4, 0, 800);
        ConcurrencyChange first = limit.path().get(0);
        assertEquals(0, first.nanos());
        assertEquals(40, first.imagesPerSecond().orElseThrow(), 1e-9, "four workers, a tenth of a second each");
        ConcurrencyChange second = limit.path().get(1);
        assertEquals(millis(100), second.nanos());
        assertEquals(16, second.workers());
        assertTrue(second.imagesPerSecond().isEmpty(), "nothing was measured with it yet");
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
