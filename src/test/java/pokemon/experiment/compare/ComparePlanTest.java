package pokemon.experiment.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import pokemon.experiment.compare.work.Scaling;
import pokemon.experiment.compare.work.Strategy;
import pokemon.experiment.compare.work.Workload;

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
}
