package pokemon.experiment.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pokemon.experiment.race.LostUpdate.Access.READ;
import static pokemon.experiment.race.LostUpdate.Access.WRITE;

import java.util.List;
import org.junit.jupiter.api.Test;
import pokemon.experiment.race.LostUpdate.Step;

class LostUpdateTest {
    @Test
    void twoWorkersThatReadTheSameCountBeforeEitherWritesLoseAnUpdate() {
        List<Step> trace = List.of(
                new Step(4, 1, READ, 42),
                new Step(6, 1, WRITE, 43),
                new Step(1, 0, READ, 41),
                new Step(2, 0, WRITE, 42),
                new Step(3, 0, READ, 42),
                new Step(5, 0, WRITE, 43));
        LostUpdate update = LostUpdate.find(trace).orElseThrow();
        assertEquals(43, update.id());
        assertEquals(List.of(0, 1), update.workers());
        assertEquals(
                List.of(3, 4, 5, 6), update.steps().stream().map(Step::sequence).toList());
    }

    @Test
    void theShortestOneIsShown() {
        List<Step> trace = List.of(
                new Step(0, 0, READ, 5),
                new Step(1, 1, READ, 5),
                new Step(2, 2, READ, 5),
                new Step(3, 2, WRITE, 6),
                new Step(4, 0, WRITE, 6),
                new Step(5, 1, WRITE, 6),
                new Step(6, 0, READ, 6),
                new Step(7, 1, READ, 6),
                new Step(8, 0, WRITE, 7),
                new Step(9, 1, WRITE, 7));
        assertEquals(7, LostUpdate.find(trace).orElseThrow().id());
    }

    @Test
    void drawsOneAfterTheOtherLoseNothing() {
        List<Step> trace = List.of(
                new Step(0, 0, READ, 0), new Step(1, 0, WRITE, 1), new Step(2, 1, READ, 1), new Step(3, 1, WRITE, 2));
        assertTrue(LostUpdate.find(trace).isEmpty());
    }
}
