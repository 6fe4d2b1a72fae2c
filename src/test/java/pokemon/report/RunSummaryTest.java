package pokemon.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pokemon.schedule.run.WorkerKind;

@DefaultLocale("ar-EG-u-nu-arab")
final class RunSummaryTest {
    @ParameterizedTest
    @CsvSource({
        "THREADS, 1, 1 thread",
        "THREADS, 8, 8 threads",
        "PROCESSES, 1, 1 process",
        "PROCESSES, 2, 2 processes",
        "PROCESSES, 30, 18 processes"
    })
    void countsTheWorkersThatWereUsed(WorkerKind kind, int workers, String counted) {
        assertEquals(
                List.of("18 saved, 0 skipped, 0 failed of 18 (2.7 MB) by " + counted, "Time 0.250000"),
                RunSummary.lines(SampleRuns.complete(18, kind, workers)));
    }

    @Test
    void tellsHowManyProcessesWereStarted() {
        assertEquals(
                "18 saved, 0 skipped, 0 failed of 18 (2.7 MB) by 6 of 16 processes",
                RunSummary.lines(SampleRuns.unstarted(18, 16, 10)).get(0));
    }

    @Test
    void tellsBetweenWhichNumbersARunChose() {
        assertEquals(
                List.of(
                        "18 saved, 0 skipped, 0 failed of 18 (2.7 MB) by 4 to 64 threads, 48 at the end",
                        "Time 0.250000"),
                RunSummary.lines(SampleRuns.adaptive(4, 16, 64, 48)));
        assertEquals(
                "18 saved, 0 skipped, 0 failed of 18 (2.7 MB) by 1 to 2 threads, 1 at the end",
                RunSummary.lines(SampleRuns.adaptive(1, 2, 1)).get(0));
        assertEquals(
                "18 saved, 0 skipped, 0 failed of 18 (2.7 MB) by 8 threads",
                RunSummary.lines(SampleRuns.adaptive(8)).get(0));
    }

    @Test
    void tellsWhatWasNotAttempted() {
        assertEquals(
                List.of("1 saved, 1 skipped, 1 failed, 1 not attempted of 4 (0.2 MB) by 2 processes", "Time 1.234568"),
                RunSummary.lines(SampleRuns.stopped()));
    }
}
