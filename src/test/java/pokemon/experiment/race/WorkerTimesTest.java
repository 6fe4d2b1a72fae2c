package pokemon.experiment.race;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import pokemon.experiment.measure.CpuTime;
import pokemon.experiment.race.WorkerTimes.Span;

class WorkerTimesTest {
    private static WorkerTimes times(Span... spans) {
        return new WorkerTimes(List.of(spans));
    }

    private static Span span(long begin, long end) {
        return new Span(begin, end, new CpuTime((end - begin) / 1e9, 0.5));
    }

    @Test
    void theTimeIsFromTheFirstDrawToTheLast() {
        assertEquals(50, times(span(20, 40), span(10, 15), span(30, 60)).nanos());
    }

    @Test
    void cpuTimeAddsUp() {
        WorkerTimes times = times(span(0, 2_000_000_000), span(0, 3_000_000_000L));
        assertEquals(new CpuTime(5, 1), times.cpu());
    }

    @Test
    void workersOneAfterTheOtherDoNotOverlap() {
        assertEquals(0, times(span(0, 10), span(20, 30), span(10, 20)).overlap());
    }

    @Test
    void aTimeCountsOnceHoweverManyWorkersDraw() {
        assertEquals(0.6, times(span(0, 100), span(20, 60), span(40, 80)).overlap(), 1e-9);
    }

    @Test
    void aClockThatPassesItsLargestValueDoesNoHarm() {
        long end = Long.MAX_VALUE;
        assertEquals(0.5, times(span(end - 10, end + 10), span(end, end + 10)).overlap(), 1e-9);
    }

    @Test
    void aWorkerAloneOverlapsWithNone() {
        assertEquals(0, times(span(5, 5)).overlap());
    }
}
