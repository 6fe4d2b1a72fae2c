package pokemon.experiment.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pokemon.experiment.measure.Runs;
import pokemon.experiment.measure.Trial;
import pokemon.experiment.report.Result;
import pokemon.experiment.report.Warnings;
import pokemon.experiment.statistics.Summary;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.WorkerKind;

final class SpeedAnalysisTest {
    private static final List<WorkerKind> BOTH = List.of(WorkerKind.THREADS, WorkerKind.PROCESSES);

    private static SaturationPoint.Time time(int workers, Double... seconds) {
        return new SaturationPoint.Time(workers, Summary.of(List.of(seconds)));
    }

    @Test
    void everyRoundHoldsEveryPointOnce() {
        SpeedPlan plan = new SpeedPlan(BOTH, List.of(1, 2, 3, 4), 3, 9);
        List<Trial> order = plan.order();
        Set<Trial> points = new HashSet<>(plan.points());
        assertEquals(24, order.size());
        for (int round = 0; round < 3; round++) {
            assertEquals(points, new HashSet<>(order.subList(round * 8, round * 8 + 8)));
        }
        assertNotEquals(order.subList(0, 8), order.subList(8, 16), "rounds differ in order");
    }

    @Test
    void theSeedDecidesTheOrder() {
        assertEquals(
                new SpeedPlan(BOTH, List.of(1, 2, 3, 4), 2, 5).order(),
                new SpeedPlan(BOTH, List.of(1, 2, 3, 4), 2, 5).order());
        assertNotEquals(
                new SpeedPlan(BOTH, List.of(1, 2, 3, 4), 2, 5).order(),
                new SpeedPlan(BOTH, List.of(1, 2, 3, 4), 2, 6).order());
    }

    @Test
    void addingWorkersStopsPayingWhereTheRestIsWithinTheSpread() {
        SaturationPoint saturation = SaturationPoint.of(List.of(
                time(1, 8.0, 8.1), time(2, 4.0, 4.1), time(3, 2.0, 2.04), time(4, 1.98, 2.02), time(5, 3.0, 3.1)));
        assertEquals(3, saturation.enough().workers());
        assertEquals(4, saturation.fastest().workers());
        assertTrue(saturation.slower());
        assertTrue(
                saturation.sentence("threads").startsWith("Adding threads stops paying at 3:"),
                saturation.sentence("threads"));
        assertTrue(
                saturation.sentence("threads").contains("With 5 it is slower again"), saturation.sentence("threads"));
    }

    @Test
    void addingWorkersMayPayToTheEnd() {
        SaturationPoint saturation =
                SaturationPoint.of(List.of(time(1, 8.0, 8.1), time(2, 4.0, 4.1), time(4, 2.0, 2.04)));
        assertEquals(
                "Adding threads paid up to the most that were tried: 4 took 2.02 s ± 28.3 ms.",
                saturation.sentence("threads"));
    }

    @Test
    void wideSpreadMakesSmallGainsChance() {
        SaturationPoint saturation =
                SaturationPoint.of(List.of(time(1, 8.0, 6.0), time(2, 5.0, 7.0), time(3, 5.5, 6.3)));
        assertEquals(1, saturation.enough().workers());
    }

    private static RunReport steps(int images, long start, long first, long later, long gap, long end) {
        List<Runs.Image> all = new ArrayList<>();
        long now = start;
        for (int i = 0; i < images; i++) {
            long busy = i < RunParts.FIRST ? first : later;
            all.add(new Runs.Image(0, now, busy));
            now += busy + gap;
        }
        return Runs.of(WorkerKind.PROCESSES, 1, now - gap + end, all);
    }

    @Test
    void thePartsOfARunAddUpToTheWhole() {
        RunReport run = steps(30, 400, 50, 20, 1, 7);
        RunParts parts = RunParts.of("1 process", List.of(run)).orElseThrow();
        assertEquals(0.4, parts.start(), 1e-9);
        assertEquals(0.3, parts.warmUp(), 1e-9);
        assertEquals(0.6, parts.images(), 1e-9);
        assertEquals(0.029, parts.between(), 1e-9);
        assertEquals(0.007, parts.end(), 1e-9);
        assertEquals(0.02, parts.perImage(), 1e-9);
        assertEquals(run.nanos() / 1e9, parts.whole(), 1e-9);
    }

    @Test
    void aRunOfFewImagesHasNoParts() {
        RunReport run = steps(19, 400, 50, 20, 1, 7);
        assertEquals(Optional.empty(), RunParts.of("1 process", List.of(run)));
    }

    @Test
    void warnsOfWhatIsWideShortSingleBusyOrPartial() {
        List<Result> results = List.of(
                new Result("a", Summary.of(List.of(1.0, 2.0)), Map.of(), Map.of()),
                new Result("b", Summary.of(List.of(0.1)), Map.of(), Map.of()));
        List<String> sentences = new Warnings()
                .partial(true, 3, 9)
                .times(results)
                .backgroundLoad(0.3, Double.NaN)
                .sentences();
        assertEquals(
                List.of(
                        "This is partial: it was stopped after 3 of 9 trials.",
                        "The spread is wide, above 10 % of the mean, in 1 of 2 results; widest for a with 47 %.",
                        "1 of 2 results took less than 0.2 s on average, such as b: too short to trust small"
                                + " differences.",
                        "1 of 2 results ran only once, so nothing is known about their spread.",
                        "Others used the processors: 30 % of them before the first trial, an unknown share after the"
                                + " last."),
                sentences);
        assertEquals(
                List.of(),
                new Warnings()
                        .partial(false, 9, 9)
                        .times(List.of(new Result("a", Summary.of(List.of(1.0, 1.01)), Map.of(), Map.of())))
                        .backgroundLoad(0.01, Double.NaN)
                        .sentences());
    }
}
