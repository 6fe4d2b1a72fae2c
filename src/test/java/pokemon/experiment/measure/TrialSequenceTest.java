package pokemon.experiment.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class TrialSequenceTest {
    private final RecordedTrials listener = new RecordedTrials();
    private final AtomicLong now = new AtomicLong();

    private static PlannedTrial trial(String group, int workers, double expected) {
        return new PlannedTrial(workers + " " + group, group, workers, expected, false);
    }

    private static PlannedTrial warmUp(String group, int workers, double expected) {
        return new PlannedTrial(workers + " " + group, group, workers, expected, true);
    }

    private TrialSequence sequence(PlannedTrial... plan) {
        return new TrialSequence(List.of(plan), new TrialAttempts(listener, new CancellationToken()), now::get);
    }

    private void pass(TrialSequence sequence, double seconds) throws IOException {
        sequence.next(() -> now.addAndGet((long) (seconds * 1e9)), nanos -> seconds);
    }

    private List<OptionalDouble> left() {
        return listener.ended().stream().map(TrialListener.Ended::secondsLeft).toList();
    }

    @Test
    void eachTrialIsToldWhenItBeginsAndWhenItHasEnded() throws IOException {
        TrialSequence sequence = sequence(warmUp("threads", 1, 1), trial("threads", 2, 1));
        pass(sequence, 3);
        pass(sequence, 2);
        assertEquals(List.of("1 threads", "2 threads"), listener.began());
        assertEquals(
                List.of(1, 2),
                listener.ended().stream().map(TrialListener.Ended::number).toList());
        assertEquals(2, listener.ended().get(0).total());
        assertEquals(3, listener.ended().get(0).seconds());
    }

    @Test
    void nothingIsSaidOfTheTimeLeftWhileAKindOfTrialIsUnknown() throws IOException {
        TrialSequence sequence = sequence(trial("threads", 1, 4), trial("processes", 1, 5), trial("processes", 1, 5));
        pass(sequence, 4);
        pass(sequence, 6);
        assertEquals(List.of(OptionalDouble.empty(), OptionalDouble.of(6)), left());
    }

    @Test
    void theExpectationIsCorrectedByTheNearestNumberOfWorkers() throws IOException {
        TrialSequence sequence = sequence(
                trial("threads", 1, 8), trial("threads", 8, 1), trial("threads", 2, 4), trial("threads", 6, 2));
        pass(sequence, 16);
        pass(sequence, 5);
        assertEquals(OptionalDouble.of(2 * 1 + 2 * 4 + 2 * 2), left().get(0));
        assertEquals(OptionalDouble.of(2 * 4 + 5 * 2), left().get(1));
    }

    @Test
    void aRealTrialReplacesTheWarmUp() throws IOException {
        TrialSequence sequence = sequence(
                warmUp("threads", 1, 1), trial("threads", 1, 1), trial("threads", 1, 1), trial("threads", 1, 1));
        pass(sequence, 10);
        pass(sequence, 4);
        pass(sequence, 2);
        assertEquals(List.of(OptionalDouble.of(30), OptionalDouble.of(8), OptionalDouble.of(3)), left());
    }

    @Test
    void aTrialThatFailsIsNotMeasuredAndTheNextOneIsNumberedAfterIt() throws IOException {
        TrialSequence sequence = sequence(
                trial("threads", 1, 1), trial("threads", 1, 1), trial("threads", 1, 1), trial("threads", 1, 1));
        pass(sequence, 2);
        List<String> attempts = new ArrayList<>();
        assertTrue(sequence.next(
                        () -> {
                            attempts.add("attempt");
                            now.addAndGet(60_000_000_000L);
                            throw new IOException("refused");
                        },
                        nothing -> 0)
                .isEmpty());
        pass(sequence, 2);
        assertEquals(TrialAttempts.MAX_PER_TRIAL, attempts.size());
        assertEquals(3, listener.ended().get(1).number());
        assertEquals(OptionalDouble.of(2), left().get(1));
        assertEquals(
                "a trial failed and is left out: 1 threads: refused",
                listener.notes().get(2));
    }
}
