package pokemon.cli.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pokemon.schedule.run.IdResult.Status;

@DefaultLocale("ar-EG-u-nu-arab")
final class LineProgressTest {
    private final StringWriter err = new StringWriter();
    // Far below zero, as System.nanoTime may be.
    private long now = Long.MIN_VALUE;
    private final Progress progress = progress(10, OptionalInt.empty());

    private Progress progress(int total, OptionalInt every) {
        return new LineProgress(new PrintWriter(err), total, every, () -> now);
    }

    private void settleAfter(long millis, Status status) {
        settleAfter(millis, status, progress);
    }

    private void settleAfter(long millis, Status status, Progress shown) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
        shown.settled(status);
    }

    private List<String> lines() {
        return err.toString().lines().toList();
    }

    @Test
    void printsALineEveryFiveSecondsAtMost() {
        settleAfter(4_999, Status.SAVED);
        assertEquals(List.of(), lines());
        settleAfter(1, Status.FAILED);
        assertEquals(List.of("2/10 done, 1 failed, 0.4 images/s, 20 s left"), lines());
        settleAfter(4_999, Status.SAVED);
        assertEquals(1, lines().size());
        settleAfter(1, Status.SKIPPED);
        assertEquals("4/10 done, 1 failed, 0.4 images/s, 15 s left", lines().get(1));
        assertEquals(2, lines().size());
    }

    @Test
    void leavesTheLastWordToTheSummary() {
        for (int i = 0; i < 9; i++) {
            settleAfter(0, Status.SAVED);
        }
        settleAfter(60_000, Status.SAVED);
        progress.close();
        assertEquals(List.of(), lines());
    }

    @Test
    void printsOtherLines() {
        progress.println("007 failed: test");
        assertEquals(List.of("007 failed: test"), lines());
    }

    @Test
    void printsALineForScriptsAfterEachNIdsAndAtTheEnd() {
        Progress shown = progress(5, OptionalInt.of(2));
        for (Status status : List.of(Status.SAVED, Status.FAILED, Status.SKIPPED, Status.SAVED, Status.SAVED)) {
            settleAfter(500, status, shown);
        }
        shown.close();
        assertEquals(
                List.of(
                        "progress 2/5 saved=1 skipped=0 failed=1 seconds=1.000",
                        "progress 4/5 saved=2 skipped=1 failed=1 seconds=2.000",
                        "progress 5/5 saved=3 skipped=1 failed=1 seconds=2.500"),
                lines());
    }

    @ParameterizedTest
    @CsvSource({"SAVED, progress 2/5 saved=2 skipped=0 failed=0 seconds=1.000", "NOT_ATTEMPTED, ''"})
    void repeatsNoLineForScriptsAndCountsNoIdThatWasNotAttempted(Status status, String line) {
        Progress shown = progress(5, OptionalInt.of(2));
        settleAfter(500, status, shown);
        settleAfter(500, status, shown);
        shown.close();
        assertEquals(line, String.join("|", lines()));
    }
}
