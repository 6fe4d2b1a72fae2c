package pokemon.cli.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import pokemon.schedule.run.IdResult.Status;

final class IntervalProgressTest {
    private final StringWriter err = new StringWriter();
    // Far below zero, as System.nanoTime may be.
    private long now = Long.MIN_VALUE;
    private final IntervalProgress progress = new IntervalProgress(new PrintWriter(err), 5, 2, () -> now);

    private void settle(Status status) {
        now += TimeUnit.MILLISECONDS.toNanos(500);
        progress.settled(status);
    }

    private List<String> lines() {
        return err.toString().lines().toList();
    }

    @Test
    @DefaultLocale("ar-EG-u-nu-arab")
    void printsALineAfterEachSoManyAndOneForTheRest() {
        settle(Status.SAVED);
        assertEquals(List.of(), lines());
        settle(Status.FAILED);
        settle(Status.SKIPPED);
        settle(Status.SAVED);
        settle(Status.SAVED);
        progress.close();
        assertEquals(
                List.of(
                        "progress 2/5 saved=1 skipped=0 failed=1 seconds=1.000",
                        "progress 4/5 saved=2 skipped=1 failed=1 seconds=2.000",
                        "progress 5/5 saved=3 skipped=1 failed=1 seconds=2.500"),
                lines());
    }

    @Test
    void saysNothingTwiceWhenNothingIsLeft() {
        settle(Status.SAVED);
        settle(Status.SAVED);
        progress.close();
        assertEquals(List.of("progress 2/5 saved=2 skipped=0 failed=0 seconds=1.000"), lines());
    }

    @Test
    void doesNotCountWhatWasNotAttempted() {
        settle(Status.NOT_ATTEMPTED);
        settle(Status.NOT_ATTEMPTED);
        progress.close();
        assertEquals(List.of(), lines());
    }

    @Test
    void letsOtherLinesThrough() {
        progress.println("007 failed: test");
        assertEquals(List.of("007 failed: test"), lines());
    }
}
