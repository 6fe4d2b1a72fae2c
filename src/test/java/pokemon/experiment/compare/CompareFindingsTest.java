package pokemon.experiment.compare;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import pokemon.experiment.compare.work.Scaling;
import pokemon.experiment.compare.work.Strategy;
import pokemon.experiment.compare.work.Timing;
import pokemon.experiment.compare.work.Workload;
import pokemon.experiment.measure.ResourceUsage;

class CompareFindingsTest {
    private CompareData data = data(Scaling.WEAK);

    private static CompareData data(Scaling scaling) {
        return new CompareData(CompareFixtures.settings(List.of(1, 2), scaling, 10, Duration.ofMillis(10)));
    }

    private boolean disturbed;
    private ResourceUsage usage = ResourceUsage.UNKNOWN;

    private void measured(Workload workload, Strategy strategy, int workers, int... millis) {
        for (int time : millis) {
            double seconds = time / 1e3;
            data.add(new CompareTrial(
                    new ComparePoint(workload, strategy, workers),
                    new Timing(seconds, seconds / 4, seconds / 2, seconds / 4, 0, List.of()),
                    10 * workers,
                    1,
                    usage));
        }
    }

    private String findings() {
        return String.join("\n", new CompareFindings(data, 2, disturbed).findings());
    }

    private void twoThreadsDoMore() {
        measured(Workload.CPU, Strategy.THREADS, 1, 100, 101, 99);
        measured(Workload.CPU, Strategy.THREADS, 2, 104, 105, 103);
    }

    private void says(String words) {
        assertTrue(findings().contains(words), this::findings);
    }

    private void saysNothingOf(String words) {
        assertFalse(findings().contains(words), this::findings);
    }

    @Test
    void findsThatThreadsComputeInParallel() {
        twoThreadsDoMore();
        says("2 threads did 1.92 times as much per second as one");
        saysNothingOf("chance");
    }

    @Test
    void findsNoGainWithinTheSpread() {
        measured(Workload.CPU, Strategy.THREADS, 1, 100, 101, 99);
        measured(Workload.CPU, Strategy.THREADS, 2, 201, 199, 203);
        says("for one worker's part), a difference that chance may explain.");
    }

    @Test
    void namesTheStartTimeOfAProcess() {
        measured(Workload.CPU, Strategy.THREADS, 1, 100, 100, 100);
        measured(Workload.CPU, Strategy.PROCESSES, 1, 200, 200, 200);
        says("took 50.0 ms until its first instruction");
    }

    @Test
    void aCostWithinTheSpreadIsNoCost() {
        measured(Workload.IO, Strategy.SERIAL, 1, 100, 120, 140);
        measured(Workload.IO, Strategy.SERIAL_NEW_CONNECTION, 1, 110, 125, 140);
        says("and 120 ms without, a difference that chance may explain");
    }

    @Test
    void theBestOfEachIsComparedWithSerialDoingTheSame() {
        measured(Workload.CPU, Strategy.SERIAL, 1, 100, 101, 99);
        measured(Workload.CPU, Strategy.SERIAL, 2, 200, 201, 199);
        twoThreadsDoMore();
        says("cpu: 2 threads did in 104 ms what serial did in 200 ms: 1.92 times as fast (95 %");
    }

    @Test
    void aRatioThatChanceExplainsIsSaidToBeChance() {
        measured(Workload.CPU, Strategy.SERIAL, 1, 100, 120, 80);
        measured(Workload.CPU, Strategy.THREADS, 1, 95, 115, 75);
        says(", so that chance may explain it)");
    }

    @Test
    void singleRunsHaveNoInterval() {
        measured(Workload.CPU, Strategy.SERIAL, 1, 100);
        measured(Workload.CPU, Strategy.THREADS, 1, 50);
        says("2.00 times as fast (the spread of single runs is unknown)");
    }

    @Test
    void theGlobalLockIsNamedWhereThreadsAndProcessesCompute() {
        twoThreadsDoMore();
        saysNothingOf("interpreter lock");
        measured(Workload.CPU, Strategy.PROCESSES, 1, 300, 301, 299);
        measured(Workload.CPU, Strategy.PROCESSES, 2, 400, 401, 399);
        says("2 threads computed 1.92 times as much per second as one, and 2 processes 1.50 times");
    }

    @Test
    void whatBoundsAWorkloadIsToldFromItsCpuTime() {
        usage = new ResourceUsage(0.9, 0.05, 1, 1);
        measured(Workload.CPU, Strategy.SERIAL, 1, 1000, 1001, 999);
        usage = new ResourceUsage(0.1, 0.1, 1, 1);
        measured(Workload.IO, Strategy.SERIAL, 1, 1000, 1001, 999);
        says("cpu: serial kept 0.95 of a processor busy for 1.00 s (CPU time over wall time): it is CPU-bound.");
        says("io: serial kept 0.20 of a processor busy");
        says("the built-in mirror included): it is I/O-bound.");
        disturbed = true;
        saysNothingOf("-bound");
    }

    @Test
    void shortTrialsDoNotTellWhatBoundsThem() {
        usage = new ResourceUsage(0.01, 0.01, 1, 1);
        measured(Workload.CPU, Strategy.SERIAL, 1, 41, 40, 42);
        says("it is too short to tell what bounds it.");
    }

    @Test
    void unknownResourcesAreNotSpokenOf() {
        measured(Workload.CPU, Strategy.SERIAL, 1, 100, 101, 99);
        saysNothingOf("bound");
    }

    @Test
    void aFixedAmountIsComparedWithTheOneTimeOfSerial() {
        data = data(Scaling.STRONG);
        measured(Workload.CPU, Strategy.SERIAL, 1, 200, 201, 199);
        measured(Workload.CPU, Strategy.THREADS, 1, 200, 201, 199);
        measured(Workload.CPU, Strategy.THREADS, 2, 104, 105, 103);
        says("cpu: 2 threads did in 104 ms what serial did in 200 ms: 1.92 times as fast (95 %");
    }
}
