package pokemon.experiment.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pokemon.experiment.measure.Runs;
import pokemon.experiment.measure.Trial;
import pokemon.schedule.run.ScheduleKind;
import pokemon.schedule.run.WorkerKind;

final class LoadAnalysisTest {
    private static final LoadRun FIXED = new LoadRun(
            new Trial(WorkerKind.THREADS, 2, ScheduleKind.STATIC),
            Runs.of(
                    WorkerKind.THREADS,
                    2,
                    400,
                    List.of(
                            new Runs.Image(0, 0, 200),
                            new Runs.Image(1, 0, 50),
                            new Runs.Image(0, 200, 200),
                            new Runs.Image(1, 50, 50))));

    private static final LoadRun QUEUE = new LoadRun(
            new Trial(WorkerKind.THREADS, 2, ScheduleKind.DYNAMIC),
            Runs.of(
                    WorkerKind.THREADS,
                    2,
                    300,
                    List.of(
                            new Runs.Image(0, 0, 200),
                            new Runs.Image(1, 0, 50),
                            new Runs.Image(1, 50, 200),
                            new Runs.Image(1, 250, 50))));

    @Test
    void listsTheActivity() {
        assertEquals(
                List.of(
                        "time [s]     w0     w1",
                        "   0.000    001      |",
                        "   0.000      |    002",
                        "   0.050      |    004",
                        "   0.200    003",
                        "   0.400  end of the run"),
                LoadTables.listings(List.of(FIXED)).get(0).lines());
    }

    @Test
    void namesTheGainOfTheQueue() {
        List<String> sentences = LoadFindings.of(List.of(FIXED, QUEUE));
        assertEquals(5, sentences.size());
        assertEquals(
                "Fixed shares (static): the first worker ran out of work after 100 ms, the last after 400 ms; in between"
                        + " 38 % of all workers' time passed idle.",
                sentences.get(1));
        assertEquals(
                "Against fixed shares the queue gained 100 ms, 25 % of the time. The work itself, evenly shared, would take"
                        + " 250 ms and 250 ms: fixed shares took 1.60 times that, the queue 1.20 times.",
                sentences.get(4));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "0.11, 0.2", "0.3, 0.5", "0.7, 1", "7, 10", "0.0004, 0.0005"})
    void ticksAreRound(double least, double step) {
        assertEquals(step, TimelineChart.step(least), 1e-12);
    }
}
