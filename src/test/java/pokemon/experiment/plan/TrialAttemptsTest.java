package pokemon.experiment.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pokemon.faults.rows.Row;

final class TrialAttemptsTest {
    private final RecordedTrials listener = new RecordedTrials();
    private final List<String> notes = listener.notes();
    private final CancellationToken stop = new CancellationToken();
    private final TrialAttempts attempts = new TrialAttempts(listener, stop);

    private static int failing() throws IOException {
        throw new IOException("refused");
    }

    @Row(42)
    @Test
    void aTrialThatFailsOnceIsRepeatedAndCounts() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        assertEquals(Optional.of(7), attempts.measure("2 threads", () -> calls.incrementAndGet() == 1 ? failing() : 7));
        assertEquals(List.of("a trial failed and is repeated: 2 threads: refused"), notes);
        assertEquals(
                List.of("Trials that failed and were repeated: 1; that failed each time and were left out: 0;"
                        + " the last was 2 threads: refused."),
                attempts.warnings());
    }

    @Row(42)
    @Test
    void aTrialThatFailsEachTimeIsLeftOutAndTheOthersGoOn() throws Exception {
        assertEquals(Optional.of(1), attempts.measure("first", () -> 1));
        for (int i = 0; i < 2 * TrialAttempts.MAX_WITHOUT_SUCCESS; i++) {
            assertEquals(Optional.empty(), attempts.measure("second", TrialAttemptsTest::failing));
        }
        assertEquals(Optional.of(3), attempts.measure("third", () -> 3));
    }

    @Row(42)
    @Test
    void aDefectOrAWantOfThreadsIsAFailureOfItsTrialOnly() throws Exception {
        attempts.measure("first", () -> 1);
        assertEquals(Optional.empty(), attempts.measure("second", () -> {
            throw new IllegalStateException("a defect");
        }));
        assertEquals(Optional.empty(), attempts.measure("third", () -> {
            throw new OutOfMemoryError("unable to create native thread");
        }));
        assertTrue(attempts.warnings().get(0).endsWith("the last was third: unable to create native thread."));
    }

    @Test
    void endsWhenNothingSucceeds() throws Exception {
        for (int i = 1; i < TrialAttempts.MAX_WITHOUT_SUCCESS; i++) {
            attempts.measure("trial", TrialAttemptsTest::failing);
        }
        IOException e = assertThrows(IOException.class, () -> attempts.measure("trial", TrialAttemptsTest::failing));
        assertEquals("nothing was measured: trial: refused", e.getMessage());
    }

    @Test
    void aTrialThatIsStoppedHasNotFailed() throws Exception {
        stop.request();
        assertEquals(Optional.empty(), attempts.measure("trial", TrialAttemptsTest::failing));
        assertEquals(List.of(), attempts.warnings());
    }
}
