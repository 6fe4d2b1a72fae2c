package pokemon.experiment.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pokemon.experiment.plan.CancellationToken;
import pokemon.experiment.plan.RecordedTrials;
import pokemon.experiment.report.ExperimentReport;
import pokemon.experiment.report.Platform;
import pokemon.experiment.report.Result;
import pokemon.experiment.report.RunMetadata;
import pokemon.report.Host;

class RaceExperimentTest {
    private static final RaceSettings SETTINGS = new RaceSettings(1000, 2, 3, 1);

    private final CancellationToken stop = new CancellationToken();
    private final RecordedTrials trials = new RecordedTrials();

    private ExperimentReport run(RaceExperiment.Race race) throws IOException {
        RunMetadata metadata = new RunMetadata("1", Instant.EPOCH, "pokemon", Host.current(), Platform.current());
        return new RaceExperiment(SETTINGS, race).run(metadata, trials, stop);
    }

    private static int repeats(ExperimentReport report, String command) {
        return report.results().stream()
                .filter(result -> result.command().equals(command))
                .mapToInt(result -> result.times().samples().size())
                .sum();
    }

    @Test
    void aRepeatThatFailsIsReportedAndTheOthersCount() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        ExperimentReport report = run((strategy, last, workers) -> {
            // The warm-up is the first call, the first repeat the second one.
            if (strategy == DrawStrategy.ATOMIC && calls.incrementAndGet() > 2) {
                throw new OutOfMemoryError("no memory for the counts");
            }
            return RaceRun.run(strategy, last, workers);
        });
        assertEquals(1, repeats(report, "atomic"));
        assertEquals(3, repeats(report, "synchronized"));
        assertTrue(
                trials.notes().contains("a trial failed and is left out: atomic: no memory for the counts"),
                trials::toString);
        assertTrue(
                report.conclusions().warnings().stream().anyMatch(warning -> warning.contains("left out: 2")),
                () -> report.conclusions().warnings().toString());
    }

    @Test
    void aStopKeepsTheRepeatsBefore() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        ExperimentReport report = run((strategy, last, workers) -> {
            Draws draws = RaceRun.run(strategy, last, workers);
            if (calls.incrementAndGet() == 4 + 5) {
                stop.request();
            }
            return draws;
        });
        assertEquals(
                5,
                report.results().stream()
                        .mapToInt(result -> result.times().samples().size())
                        .sum());
        assertEquals(
                "This is partial: it was stopped after 5 of 12 trials.",
                report.conclusions().warnings().get(0));
    }

    @Test
    void shortRunsAreAWarningAndTheRecordedDownloadIsPartOfTheUnsafeResult() throws IOException {
        ExperimentReport report = run(RaceRun::run);
        assertEquals(4 * (1 + 3), trials.ended().size());
        assertEquals(
                4,
                trials.ended().stream()
                        .filter(ended -> ended.trial().isWarmUp())
                        .count());
        assertTrue(
                report.conclusions().warnings().stream().anyMatch(warning -> warning.contains("took less than 0.2 s")),
                () -> report.conclusions().warnings().toString());
        for (Result result : report.results()) {
            assertEquals(3, ((List<?>) result.values().get("overlap_share")).size());
            assertEquals(
                    result.command().equals("unsafe"),
                    result.values().containsKey("download_missing"),
                    result.command());
        }
    }
}
