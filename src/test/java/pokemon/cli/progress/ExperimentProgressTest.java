package pokemon.cli.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pokemon.experiment.plan.PlannedTrial;
import pokemon.experiment.plan.TrialListener.Ended;

final class ExperimentProgressTest {
    private final StringWriter err = new StringWriter();
    private final AtomicLong now = new AtomicLong();

    private ExperimentProgress progress(ExperimentProgress.Style style) {
        return new ExperimentProgress(new PrintWriter(err), style, OptionalInt.empty(), now::get);
    }

    private void pass(int seconds) {
        now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    private static PlannedTrial<String> trial(String label) {
        return new PlannedTrial<>(label, label, "group", 1, 1, false);
    }

    private static PlannedTrial<String> warmUp(String label) {
        return new PlannedTrial<>(label, label, "group", 1, 1, true);
    }

    private static Ended ended(int number, String label, double left) {
        return new Ended(trial(label), number, 5, 2.414, OptionalDouble.of(left));
    }

    private List<String> redrawn() {
        return Arrays.stream(err.toString().split("\\r\\033\\[K", -1)).skip(1).toList();
    }

    @Test
    void linesComeAtAModestPaceAndTellTheTimeLeft() {
        ExperimentProgress progress = progress(ExperimentProgress.Style.LINES);
        pass(4);
        progress.trialEnded(ended(1, "1 thread", 90));
        progress.trialBegan(trial("2 threads"));
        pass(6);
        progress.trialEnded(ended(2, "2 threads", 70));
        pass(10);
        progress.trialEnded(ended(5, "3 threads", 0));
        progress.note("something happened");
        progress.close();
        assertEquals(
                List.of("trial 2 of 5 done (2 threads: 2.41 s), about 1 min 10 s left", "pokemon: something happened"),
                err.toString().lines().toList());
    }

    @Test
    void aLogHasALineForEachSoManyTrials() {
        ExperimentProgress progress = new ExperimentProgress(
                new PrintWriter(err), ExperimentProgress.Style.LINES, OptionalInt.of(2), now::get);
        for (int number = 1; number <= 5; number++) {
            progress.trialBegan(trial("1 thread"));
            progress.trialEnded(ended(number, "1 thread", 5 - number));
        }
        progress.close();
        assertEquals(
                List.of(
                        "trial 2 of 5 done (1 thread: 2.41 s), about 3 s left",
                        "trial 4 of 5 done (1 thread: 2.41 s), about 1 s left"),
                err.toString().lines().toList());
    }

    @Test
    void aTerminalShowsOneLineWithTheLastTrialAndTheCurrentOne() {
        ExperimentProgress progress = progress(ExperimentProgress.Style.REDRAWN);
        progress.trialBegan(warmUp("1 thread"));
        progress.trialEnded(new Ended(warmUp("1 thread"), 1, 5, 7.5, OptionalDouble.empty()));
        progress.trialBegan(trial("3 threads"));
        progress.trialEnded(ended(2, "3 threads", 30));
        progress.trialBegan(trial("2 threads"));
        progress.close();
        assertEquals(
                List.of(
                        "warm-up: 1 thread",
                        "trial 1 of 5 done (warm-up, 1 thread: 7.50 s)",
                        "trial 1 of 5 done (warm-up, 1 thread: 7.50 s); now 3 threads",
                        "trial 2 of 5 done (3 threads: 2.41 s), about 30 s left",
                        "trial 2 of 5 done (3 threads: 2.41 s), about 30 s left; now 2 threads",
                        ""),
                redrawn());
    }

    @Test
    void aLineThatIsRedrawnFitsTheTerminal() {
        ExperimentProgress progress = progress(ExperimentProgress.Style.REDRAWN);
        progress.trialBegan(trial("x".repeat(200)));
        assertTrue(redrawn().get(0).length() < 80, err::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "0.2, 1 s",
        "59.2, 60 s",
        "64, 1 min",
        "127, 2 min 10 s",
        "594, 9 min 50 s",
        "597, 10 min",
        "900, 15 min",
        "7300, 2 h 2 min"
    })
    void theTimeLeftHasNoMoreDigitsThanAnEstimateHas(double seconds, String left) {
        ExperimentProgress progress = progress(ExperimentProgress.Style.REDRAWN);
        progress.trialEnded(ended(1, "1 thread", seconds));
        assertEquals(
                "trial 1 of 5 done (1 thread: 2.41 s), about " + left + " left",
                redrawn().get(0));
    }

    @Test
    void nothingIsShownWhenNothingIsWanted() {
        ExperimentProgress progress = progress(ExperimentProgress.Style.NONE);
        progress.trialBegan(trial("1 thread"));
        progress.trialEnded(ended(1, "1 thread", 1));
        progress.note("something happened");
        progress.close();
        assertEquals("", err.toString());
    }
}
