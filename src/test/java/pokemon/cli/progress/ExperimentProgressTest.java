package pokemon.cli.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ExperimentProgressTest {
    private final StringWriter err = new StringWriter();
    private final AtomicLong now = new AtomicLong();

    private ExperimentProgress progress(ExperimentProgress.Style style) {
        return new ExperimentProgress(new PrintWriter(err), style, OptionalInt.empty(), now::get);
    }

    private void pass(int seconds) {
        now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    @Test
    void linesComeAtAModestPaceAndTellTheTimeLeft() {
        ExperimentProgress progress = progress(ExperimentProgress.Style.LINES);
        pass(4);
        progress.trialEnded("1 thread", 0.1);
        pass(6);
        progress.trialEnded("2 threads", 0.125);
        pass(10);
        progress.trialEnded("3 threads", 1);
        progress.note("something happened");
        progress.close();
        assertEquals(
                "trial 2 done (2 threads), 13 %, 1 min 10 s left\npokemon: something happened\n",
                err.toString().replace(System.lineSeparator(), "\n"));
    }

    @Test
    void aLogHasALineForEachSoManyTrials() {
        ExperimentProgress progress = new ExperimentProgress(
                new PrintWriter(err), ExperimentProgress.Style.LINES, OptionalInt.of(2), now::get);
        for (int trial = 1; trial <= 5; trial++) {
            pass(1);
            progress.trialEnded("1 thread", trial / 5.0);
        }
        progress.close();
        assertEquals(
                List.of("trial 2 done (1 thread), 40 %, 3 s left", "trial 4 done (1 thread), 80 %, 1 s left"),
                err.toString().lines().toList());
    }

    @Test
    void aTerminalShowsOneLineThatIsClearedInTheEnd() {
        ExperimentProgress progress = progress(ExperimentProgress.Style.REDRAWN);
        pass(1);
        progress.trialEnded("1 thread", 0.5);
        progress.close();
        assertEquals("\r\033[Ktrial 1 done (1 thread), 50 %, 1 s left\r\033[K", err.toString());
    }

    @Test
    void nothingIsShownWhenNothingIsWanted() {
        ExperimentProgress progress = progress(ExperimentProgress.Style.NONE);
        progress.trialEnded("1 thread", 0.5);
        progress.note("something happened");
        progress.close();
        assertEquals("", err.toString());
    }
}
