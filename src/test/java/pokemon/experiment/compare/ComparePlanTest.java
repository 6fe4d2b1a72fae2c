package pokemon.experiment.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pokemon.experiment.compare.work.Scaling;
import pokemon.experiment.compare.work.Strategy;
import pokemon.experiment.compare.work.Workload;
import pokemon.experiment.plan.SimulatedTrials;
import pokemon.experiment.plan.SimulatedTrials.Left;

class ComparePlanTest {
    private static ComparePlan plan(Scaling scaling, boolean virtualThreads) {
        return new ComparePlan(CompareFixtures.settings(List.of(1, 2, 4), scaling, 1, Duration.ZERO), virtualThreads);
    }

    private static long count(ComparePlan plan, Workload workload, Strategy strategy) {
        return plan.points().stream()
                .filter(point -> point.workload() == workload && point.strategy() == strategy)
                .count();
    }

    @Test
    void everyRoundMeasuresEveryPointOnceInAnOrderOfItsOwn() {
        ComparePlan plan = plan(Scaling.WEAK, true);
        assertEquals(new HashSet<>(plan.points()), new HashSet<>(plan.round(0)));
        assertEquals(plan.points().size(), plan.round(0).size());
        assertNotEquals(plan.round(0), plan.round(1));
        assertEquals(plan.round(1), plan(Scaling.WEAK, true).round(1));
    }

    @Test
    void onlyIoIsAsynchronousAndHasVariantsOfSerial() {
        ComparePlan plan = plan(Scaling.WEAK, true);
        assertEquals(3, count(plan, Workload.IO, Strategy.ASYNC));
        assertEquals(1, count(plan, Workload.IO, Strategy.SERIAL_PRINT));
        assertEquals(0, count(plan, Workload.CPU, Strategy.ASYNC));
        assertEquals(0, count(plan, Workload.MIXED, Strategy.SERIAL_NEW_CONNECTION));
    }

    @Test
    void virtualThreadsAreLeftOutWhereThereAreNone() {
        assertEquals(3, count(plan(Scaling.WEAK, true), Workload.CPU, Strategy.VIRTUAL));
        assertEquals(0, count(plan(Scaling.WEAK, false), Workload.CPU, Strategy.VIRTUAL));
    }

    @Test
    void serialIsMeasuredOnceForAFixedAmount() {
        assertEquals(3, count(plan(Scaling.WEAK, true), Workload.CPU, Strategy.SERIAL));
        assertEquals(1, count(plan(Scaling.STRONG, true), Workload.CPU, Strategy.SERIAL));
    }

    @Test
    void everyKindOfPointWarmsUp() {
        ComparePlan plan = plan(Scaling.WEAK, true);
        for (ComparePoint point : plan.points()) {
            assertTrue(
                    plan.warmUp().stream()
                            .anyMatch(
                                    warm -> warm.workload() == point.workload() && warm.strategy() == point.strategy()),
                    point.label());
        }
        assertFalse(plan.warmUp().stream().anyMatch(warm -> warm.workers() > 2));
    }

    /** Times of an item of cpu and of mixed, and of the start of a process, in seconds. */
    @ParameterizedTest
    @CsvSource({"0.0007, 0.02, 0.8, 2", "0.0005, 0.03, 0.4, 8", "0.002, 0.06, 1.5, 2"})
    void theTimeLeftIsHonestAsSoonAsItIsTold(double cpu, double mixed, double process, int cores) throws IOException {
        for (Scaling scaling : Scaling.values()) {
            int parts = scaling == Scaling.STRONG ? 8 : 1;
            CompareSettings settings = CompareFixtures.settings(
                    IntStream.rangeClosed(1, 16).boxed().toList(),
                    scaling,
                    Map.of(Workload.CPU, 200 * parts, Workload.IO, 50 * parts, Workload.MIXED, 4 * parts),
                    Duration.ofMillis(10));
            ComparePlan plan = new ComparePlan(settings, false);
            List<Left> left = SimulatedTrials.run(
                    plan.planned(cores), trial -> seconds(trial.variant(), settings, cpu, mixed, process, cores));
            List<Left> told =
                    left.stream().dropWhile(after -> after.told().isEmpty()).toList();
            assertTrue(told.get(0).number() <= plan.warmUp().size(), () -> told.get(0)
                    .toString());
            for (Left after : told) {
                assertTrue(after.ratio() > 0.5 && after.ratio() < 2, after::toString);
            }
            int firstRound = plan.warmUp().size() + plan.points().size();
            for (Left after : left.subList(firstRound, left.size())) {
                assertEquals(1, after.ratio(), 0.01, after::toString);
            }
        }
    }

    private static double seconds(
            ComparePoint point, CompareSettings settings, double cpu, double mixed, double process, int cores) {
        int items = settings.scaling().total(settings.amounts().get(point.workload()), point.workers());
        int workers = point.strategy().isSerial() ? 1 : point.workers();
        double busy = items / (double) Math.min(workers, cores);
        double start = point.strategy() == Strategy.PROCESSES ? process * Math.max(1, (double) workers / cores) : 0;
        return start
                + switch (point.workload()) {
                    case CPU -> busy * cpu;
                    case IO -> items * 0.011 / workers;
                    case MIXED -> busy * mixed + items * 0.01 / workers;
                };
    }
}
