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

    @Test
    void findsThatThreadsComputeInParallel() {
        measured(Workload.CPU, Strategy.THREADS, 1, 100, 101, 99);
        measured(Workload.CPU, Strategy.THREADS, 2, 104, 105, 103);
        String findings = findings();
        assertTrue(findings.contains("2 threads did 1.92 times as much per second as one"), findings);
        assertFalse(findings.contains("chance"), findings);
    }

    @Test
    void findsNoGainWithinTheSpread() {
        measured(Workload.CPU, Strategy.THREADS, 1, 100, 101, 99);
        measured(Workload.CPU, Strategy.THREADS, 2, 201, 199, 203);
        assertTrue(
                findings().contains("for one worker's part), a difference that chance may explain."), this::findings);
    }

    @Test
    void namesTheStartTimeOfAProcess() {
        measured(Workload.CPU, Strategy.THREADS, 1, 100, 100, 100);
        measured(Workload.CPU, Strategy.PROCESSES, 1, 200, 200, 200);
        assertTrue(findings().contains("took 50.0 ms until its first instruction"), this::findings);
    }

    @Test
    void aCostWithinTheSpreadIsNoCost() {
        measured(Workload.IO, Strategy.SERIAL, 1, 100, 120, 140);
        measured(Workload.IO, Strategy.SERIAL_NEW_CONNECTION, 1, 110, 125, 140);
        assertTrue(findings().contains("and 120 ms without, a difference that chance may explain"), this::findings);
    }

    @Test
    void theBestOfEachIsComparedWithSerialDoingTheSame() {
        measured(Workload.CPU, Strategy.SERIAL, 1, 100, 101, 99);
        measured(Workload.CPU, Strategy.SERIAL, 2, 200, 201, 199);
        measured(Workload.CPU, Strategy.THREADS, 1, 100, 101, 99);
        measured(Workload.CPU, Strategy.THREADS, 2, 104, 105, 103);
        assertTrue(
                findings()
                        .startsWith("cpu: 2 threads did in 104 ms what serial did in 200 ms: 1.92 times as fast (95 %"),
                this::findings);
    }

    @Test
    void aRatioThatChanceExplainsIsSaidToBeChance() {
        measured(Workload.CPU, Strategy.SERIAL, 1, 100, 120, 80);
        measured(Workload.CPU, Strategy.THREADS, 1, 95, 115, 75);
        assertTrue(findings().contains(", so that chance may explain it)"), this::findings);
    }

    @Test
    void singleRunsHaveNoInterval() {
        measured(Workload.CPU, Strategy.SERIAL, 1, 100);
        measured(Workload.CPU, Strategy.THREADS, 1, 50);
        assertTrue(findings().contains("2.00 times as fast (the spread of single runs is unknown)"), this::findings);
    }

    @Test
    void theGlobalLockIsNamedWhereThreadsAndProcessesCompute() {
        measured(Workload.CPU, Strategy.THREADS, 1, 100, 101, 99);
        measured(Workload.CPU, Strategy.THREADS, 2, 104, 105, 103);
        assertFalse(findings().contains("interpreter lock"), this::findings);
        measured(Workload.CPU, Strategy.PROCESSES, 1, 300, 301, 299);
        measured(Workload.CPU, Strategy.PROCESSES, 2, 400, 401, 399);
        assertTrue(
                findings()
                        .contains(
                                "2 threads computed 1.92 times as much per second as one, and 2 processes 1.50 times"),
                this::findings);
    }

    @Test
    void whatBoundsAWorkloadIsToldFromItsCpuTime() {
        usage = new ResourceUsage(0.9, 0.05, 1, 1);
        measured(Workload.CPU, Strategy.SERIAL, 1, 1000, 1001, 999);
        usage = new ResourceUsage(0.1, 0.1, 1, 1);
        measured(Workload.IO, Strategy.SERIAL, 1, 1000, 1001, 999);
        assertTrue(
                findings()
                        .contains(
                                "cpu: serial kept 0.95 of a processor busy for 1.00 s (CPU time over wall time): it is CPU-bound."),
                this::findings);
        assertTrue(findings().contains("io: serial kept 0.20 of a processor busy"), this::findings);
        assertTrue(findings().contains("the built-in mirror included): it is I/O-bound."), this::findings);
        disturbed = true;
        assertFalse(findings().contains("-bound"), this::findings);
    }

    @Test
    void shortTrialsDoNotTellWhatBoundsThem() {
        usage = new ResourceUsage(0.01, 0.01, 1, 1);
        measured(Workload.CPU, Strategy.SERIAL, 1, 41, 40, 42);
        assertTrue(findings().contains("it is too short to tell what bounds it."), this::findings);
    }

    @Test
    void unknownResourcesAreNotSpokenOf() {
        measured(Workload.CPU, Strategy.SERIAL, 1, 100, 101, 99);
        assertFalse(findings().contains("bound"), this::findings);
    }

    @Test
    void aFixedAmountIsComparedWithTheOneTimeOfSerial() {
        data = data(Scaling.STRONG);
        measured(Workload.CPU, Strategy.SERIAL, 1, 200, 201, 199);
        measured(Workload.CPU, Strategy.THREADS, 1, 200, 201, 199);
        measured(Workload.CPU, Strategy.THREADS, 2, 104, 105, 103);
        assertTrue(
                findings()
                        .startsWith("cpu: 2 threads did in 104 ms what serial did in 200 ms: 1.92 times as fast (95 %"),
                this::findings);
    }
}
