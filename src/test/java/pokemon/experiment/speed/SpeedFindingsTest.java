package pokemon.experiment.speed;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pokemon.experiment.measure.ResourceUsage;
import pokemon.experiment.measure.Runs;
import pokemon.experiment.measure.Trial;
import pokemon.experiment.measure.TrialRun;
import pokemon.schedule.run.RunReport;
import pokemon.schedule.run.ScheduleKind;
import pokemon.schedule.run.WorkerKind;

final class SpeedFindingsTest {
    private final List<Trial> trials = new ArrayList<>();
    private final List<TrialRun> runs = new ArrayList<>();
    private boolean disturbed;

    private void measured(WorkerKind kind, int workers, ResourceUsage usage, long... millis) {
        Trial trial = new Trial(kind, workers, ScheduleKind.DYNAMIC);
        trials.add(trial);
        for (int i = 0; i < millis.length; i++) {
            long time = millis[i];
            RunReport report = Runs.of(
                    kind,
                    workers,
                    time,
                    IntStream.range(0, 8)
                            .mapToObj(image -> new Runs.Image(image % workers, 0, time / 8))
                            .toList());
            runs.add(new TrialRun(trial, i + 1, report, usage));
        }
    }

    private void measured(WorkerKind kind, int workers, long... millis) {
        measured(kind, workers, ResourceUsage.UNKNOWN, millis);
    }

    private String findings() {
        SpeedData data = SpeedData.of(trials, List.of(), runs);
        return String.join("\n", new SpeedFindings(data, new ResourceFindings(data, 2, disturbed), 1).findings());
    }

    private void threadsGain() {
        measured(WorkerKind.THREADS, 1, 8000, 8010, 7990);
        measured(WorkerKind.THREADS, 4, 2000, 2010, 1990);
    }

    private void says(String words) {
        assertTrue(findings().contains(words), this::findings);
    }

    private void saysNothingOf(String words) {
        assertFalse(findings().contains(words), this::findings);
    }

    @Test
    void threadsProcessesAndOneThreadAreCompared() {
        threadsGain();
        measured(WorkerKind.PROCESSES, 1, 9000, 9010, 8990);
        measured(WorkerKind.PROCESSES, 4, 4000, 4010, 3990);
        List<String> lines = findings().lines().toList();
        assertTrue(lines.get(0)
                .startsWith("4 threads took 2.00 s, 1 thread 8.00 s: 4.00 times as fast (95 % interval 3.9"));
        assertTrue(lines.get(1).startsWith("4 processes took 4.00 s, 1 thread 8.00 s: 2.00 times as fast"));
        assertTrue(lines.get(1).endsWith("Processes beat one thread from n = 4."), lines.get(1));
        assertTrue(lines.get(2).startsWith("4 threads took 2.00 s, 4 processes 4.00 s: 2.00 times as fast"));
        says("Here 4 threads were 4.00 times as fast as one, and 4 processes 2.25 times");
    }

    @Test
    void processesThatNeverBeatAThreadAreSaidToNeverDo() {
        threadsGain();
        measured(WorkerKind.PROCESSES, 1, 9000, 9010, 8990);
        measured(WorkerKind.PROCESSES, 4, 7900, 8100, 8000);
        says("No number of processes up to 4 is known to beat one thread.");
    }

    @Test
    void nothingIsSaidOfProcessesWhereNoneRan() {
        threadsGain();
        saysNothingOf("process");
        saysNothingOf("Python");
    }

    @Test
    void singleRunsLeaveTheSpreadUnknown() {
        measured(WorkerKind.THREADS, 1, 8000);
        measured(WorkerKind.THREADS, 4, 2000);
        measured(WorkerKind.PROCESSES, 4, 4000);
        says("4.00 times as fast (the spread of single runs is unknown)");
        says("from which number on processes beat one thread is unknown");
    }

    @Test
    void whatBoundsADownloadIsToldFromItsCpuTime() {
        measured(WorkerKind.THREADS, 1, new ResourceUsage(1.5, 0.5, 150e6, 10e6), 8000, 8010, 7990);
        measured(WorkerKind.THREADS, 4, new ResourceUsage(3, 0.8, 160e6, 16e6), 2000, 2010, 1990);
        says("1 thread kept 0.25 of 2 processors busy, 4 threads 1.90 (CPU time over wall time, the"
                + " built-in mirror included). With 4 threads it is CPU-bound.");
        says("each thread from 1 to 4 added 2.0 MB");
        disturbed = true;
        says("it is unknown what bounds it, since other programs used the processors.");
    }

    @Test
    void aDownloadThatWaitsIsIoBound() {
        measured(WorkerKind.THREADS, 1, new ResourceUsage(0.5, 0.5, 150e6, 10e6), 8000, 8010, 7990);
        measured(WorkerKind.THREADS, 4, new ResourceUsage(0.5, 0.5, 150e6, 10e6), 2000, 2010, 1990);
        says("With 4 threads it is I/O-bound.");
        says("each thread from 1 to 4 added nothing measurable");
    }

    @Test
    void unknownResourcesAreNotSpokenOf() {
        threadsGain();
        saysNothingOf("bound");
        saysNothingOf("memory");
    }
}
