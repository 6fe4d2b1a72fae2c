package pokemon.experiment.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertEquals(order(5), order(5));
        assertNotEquals(order(5), order(6));
    }

    private static List<Trial> order(long seed) {
        return new SpeedPlan(BOTH, List.of(1, 2, 3, 4), 2, seed).order();
    }

    @Test
    void addingWorkersStopsPayingWhereChanceExplainsTheRest() {
        SaturationPoint saturation = SaturationPoint.of(List.of(
                time(1, 8.0, 8.1, 8.05),
                time(2, 4.0, 4.1, 4.05),
                time(3, 2.0, 2.04, 2.02),
                time(4, 1.98, 2.02, 1.99),
                time(5, 3.0, 3.1, 3.05)));
        assertEquals(3, saturation.enough().workers());
        assertEquals(4, saturation.fastest().workers());
        assertTrue(saturation.slower());
        assertEquals(
                "Adding threads stops paying at 3: 3 took 2.02 s ± 20.0 ms and the fastest, 4, took 2.00 s ± 20.8 ms, a"
                        + " difference that chance may explain. 5 are slower again: 3.05 s ± 50.0 ms.",
                saturation.sentence("threads"));
    }

    @Test
    void addingWorkersMayPayToTheEnd() {
        SaturationPoint saturation =
                SaturationPoint.of(List.of(time(1, 8.0, 8.1, 8.05), time(2, 4.0, 4.1, 4.05), time(4, 2.0, 2.04, 2.02)));
        assertEquals(
                "Adding threads paid up to the most that were tried: 4 took 2.02 s ± 20.0 ms.",
                saturation.sentence("threads"));
    }

    @Test
    void wideSpreadMakesSmallGainsChance() {
        SaturationPoint saturation =
                SaturationPoint.of(List.of(time(1, 8.0, 6.0), time(2, 5.0, 7.0), time(3, 5.5, 6.3)));
        assertEquals(1, saturation.enough().workers());
        assertTrue(
                saturation
                        .sentence("processes")
                        .startsWith("No number of processes is known to be faster than 1: 1 took 7.00 s ± 1.41 s"),
                saturation.sentence("processes"));
    }

    @Test
    void singleRunsSayNothingOfChance() {
        SaturationPoint saturation = SaturationPoint.of(List.of(time(1, 8.0), time(2, 4.0), time(3, 5.0)));
        assertEquals(
                "The shortest time of threads was 4.00 s, by 2. Some numbers ran only once: their spread is unknown, so"
                        + " it is unknown where adding threads stops paying.",
                saturation.sentence("threads"));
    }

    /** Finds in how many of 2000 experiments without any difference one is claimed. */
    @ParameterizedTest
    @CsvSource({"14, 2, 0.05", "14, 3, 0.05", "5, 3, 0.02", "14, 5, 0.10", "3, 10, 0.05"})
    void flatDataHardlyEverShowADifference(int numbers, int runs, double spread) {
        Random random = new Random(2026);
        int alarms = 0;
        for (int experiment = 0; experiment < 2_000; experiment++) {
            List<SaturationPoint.Time> times = new ArrayList<>();
            for (int n = 1; n <= numbers; n++) {
                // The numbers of workers differ in their spread, as real ones do.
                double own = spread * (n % 3 + 1) / 2;
                times.add(new SaturationPoint.Time(
                        n,
                        Summary.of(Stream.generate(() -> 5 * (1 + own * random.nextGaussian()))
                                .limit(runs)
                                .toList())));
            }
            SaturationPoint found = SaturationPoint.of(times);
            alarms += found.enough().workers() > 1 || found.slower() ? 1 : 0;
        }
        assertTrue(alarms <= 100, "false alarms in 2000: " + alarms);
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
                        "Other programs used 30 % of all processors before the first trial, and an unknown share after the"
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
