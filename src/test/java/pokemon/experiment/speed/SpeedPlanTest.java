package pokemon.experiment.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pokemon.schedule.run.WorkerKind.PROCESSES;
import static pokemon.schedule.run.WorkerKind.THREADS;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pokemon.experiment.measure.Trial;
import pokemon.experiment.plan.PlannedTrial;
import pokemon.experiment.plan.SimulatedTrials;
import pokemon.experiment.plan.SimulatedTrials.Left;
import pokemon.experiment.plan.WorkModel;

class SpeedPlanTest {
    /** The default: 300 images with a latency of 20 ms. */
    private static final WorkModel EXPECTED = new WorkModel(6, 1.2, 2);

    private static final SpeedPlan DEFAULT = new SpeedPlan(
            List.of(THREADS, PROCESSES), IntStream.rangeClosed(1, 14).boxed().toList(), 3, 1);

    @Test
    void thePlanHasAllTrialsInTheOrderOfRunning() {
        List<PlannedTrial<Trial>> planned = DEFAULT.planned(EXPECTED);
        assertEquals(DEFAULT.trials(), planned.size());
        List<Trial> trials = planned.stream().map(PlannedTrial::variant).toList();
        assertEquals(DEFAULT.warmUps(), trials.subList(0, 2));
        assertEquals(DEFAULT.order(), trials.subList(2, trials.size()));
        assertEquals(2, planned.stream().filter(PlannedTrial::isWarmUp).count());
    }

    /** Times of one thread, of the start of a process, and of the loading of the code by the warm-up, in seconds. */
    @ParameterizedTest
    @CsvSource({"7, 0.3, 0.5, 8", "7, 0.8, 1.5, 2", "7, 1.5, 3, 2", "70, 0.8, 1, 2", "30, 0.4, 0, 16", "1, 0.8, 1, 2"})
    void theTimeLeftIsHonestFromTheFirstTrialsOn(double thread, double process, double cold, int cores)
            throws IOException {
        List<Left> left = SimulatedTrials.run(
                DEFAULT.planned(new WorkModel(EXPECTED.waiting(), EXPECTED.computing(), cores)),
                trial -> thread / trial.workers()
                        + (trial.group() == THREADS ? 0 : process * Math.max(1, (double) trial.workers() / cores))
                        + (trial.isWarmUp() ? cold : 0));
        assertTrue(left.get(0).told().isEmpty(), "a process was not tried yet");
        for (Left after : left.subList(1, left.size())) {
            assertTrue(after.ratio() > 0.5 && after.ratio() < 2, after::toString);
        }
        for (Left after : left.subList(2 + DEFAULT.points().size(), left.size())) {
            assertEquals(1, after.ratio(), 0.01, after::toString);
        }
    }
}
