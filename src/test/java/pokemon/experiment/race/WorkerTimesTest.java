package pokemon.experiment.race;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import pokemon.experiment.race.WorkerTimes.Span;

class WorkerTimesTest {
    private static WorkerTimes times(Span... spans) {
        return new WorkerTimes(List.of(spans));
    }

    @Test
    void theTimeIsFromTheFirstDrawToTheLast() {
        assertEquals(
                50, times(new Span(20, 40), new Span(10, 15), new Span(30, 60)).nanos());
    }

    @Test
    void workersOneAfterTheOtherDoNotOverlap() {
        assertEquals(
                0, times(new Span(0, 10), new Span(20, 30), new Span(10, 20)).overlap());
    }

    @Test
    void aTimeCountsOnceHoweverManyWorkersDraw() {
        assertEquals(
                0.6, times(new Span(0, 100), new Span(20, 60), new Span(40, 80)).overlap(), 1e-9);
    }

    @Test
    void aClockThatPassesItsLargestValueDoesNoHarm() {
        long end = Long.MAX_VALUE;
        assertEquals(
                0.5,
                times(new Span(end - 10, end + 10), new Span(end, end + 10)).overlap(),
                1e-9);
    }

    @Test
    void aWorkerAloneOverlapsWithNone() {
        assertEquals(0, times(new Span(5, 5)).overlap());
    }
}
