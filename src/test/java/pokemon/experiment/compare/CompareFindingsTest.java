package pokemon.experiment.compare;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import pokemon.experiment.compare.work.Scaling;
import pokemon.experiment.compare.work.Strategy;
import pokemon.experiment.compare.work.Timing;
import pokemon.experiment.compare.work.Workload;

class CompareFindingsTest {
    private final CompareData data =
            new CompareData(CompareFixtures.settings(List.of(1, 2), Scaling.WEAK, 10, Duration.ofMillis(10)));

    private void measured(Workload workload, Strategy strategy, int workers, int... millis) {
        for (int time : millis) {
            double seconds = time / 1e3;
            data.add(new CompareTrial(
                    new ComparePoint(workload, strategy, workers),
                    new Timing(seconds, seconds / 4, seconds / 2, seconds / 4, 0),
                    10 * workers,
                    1));
        }
    }

    private String findings() {
        return String.join("\n", new CompareFindings(data, 2).findings());
    }

    @Test
    void findsThatThreadsComputeInParallel() {
        measured(Workload.CPU, Strategy.THREADS, 1, 100, 101, 99);
        measured(Workload.CPU, Strategy.THREADS, 2, 104, 105, 103);
        String findings = findings();
        assertTrue(findings.contains("2 threads did 1.9 times as much per second as one"), findings);
        assertTrue(findings.contains("threads of this JVM do compute at the same time"), findings);
    }

    @Test
    void findsNoGainWithinTheSpread() {
        measured(Workload.CPU, Strategy.THREADS, 1, 100, 101, 99);
        measured(Workload.CPU, Strategy.THREADS, 2, 201, 199, 203);
        assertTrue(findings().contains("within the spread that is no gain"), this::findings);
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
        assertTrue(
                findings().contains("new connection for each page costs over loopback is within the spread"),
                this::findings);
    }
}
