package pokemon.cli.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;

final class LineProgressTest {
    private final StringWriter err = new StringWriter();
    // Far below zero, as System.nanoTime may be.
    private long now = Long.MIN_VALUE;
    private final LineProgress progress = new LineProgress(new PrintWriter(err), 10, () -> now);

    private void settleAfter(long millis, boolean failed) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
        progress.settled(failed);
    }

    private List<String> lines() {
        return err.toString().lines().toList();
    }

    @Test
    void printsALineEveryFiveSecondsAtMost() {
        settleAfter(4_999, false);
        assertEquals(List.of(), lines());
        settleAfter(1, true);
        assertEquals(List.of("2/10 done, 1 failed, 0.4 images/s, 20 s left"), lines());
        settleAfter(4_999, false);
        assertEquals(1, lines().size());
        settleAfter(1, false);
        assertEquals("4/10 done, 1 failed, 0.4 images/s, 15 s left", lines().get(1));
        assertEquals(2, lines().size());
    }

    @Test
    void leavesTheLastWordToTheSummary() {
        for (int i = 0; i < 9; i++) {
            settleAfter(0, false);
        }
        settleAfter(60_000, false);
        progress.close();
        assertEquals(List.of(), lines());
    }

    @Test
    void letsOtherLinesThrough() {
        progress.println("007 failed: test");
        assertEquals(List.of("007 failed: test"), lines());
    }

    @Test
    @DefaultLocale("ar-EG-u-nu-arab")
    void keepsItsDigitsInEveryLocale() {
        settleAfter(5_000, false);
        assertEquals(List.of("1/10 done, 0 failed, 0.2 images/s, 45 s left"), lines());
    }
}
