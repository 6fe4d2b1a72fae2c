package pokemon.experiment.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.PrimitiveIterator;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class TrialSequenceTest {
    private final RecordedTrials listener = new RecordedTrials();

    private static PlannedTrial<String> trial(String group, int workers, double expected) {
        return new PlannedTrial<>(group, workers + " " + group, group, workers, expected, false);
    }

    private static PlannedTrial<String> warmUp(String group, int workers, double expected) {
        return new PlannedTrial<>(group, workers + " " + group, group, workers, expected, true);
    }

    /** Runs a plan whose attempts take these seconds, and fail where they are negative; then the rest is stopped. */
    private List<Double> run(List<PlannedTrial<String>> plan, double... seconds) throws IOException {
        CancellationToken stop = new CancellationToken();
        AtomicLong now = new AtomicLong();
        PrimitiveIterator.OfDouble times = DoubleStream.of(seconds).iterator();
        TrialSequence<String> sequence = new TrialSequence<>(plan, new TrialAttempts(listener, stop), now::get);
        return sequence
                .run(
                        trial -> {
                            double time = times.nextDouble();
                            now.addAndGet((long) (Math.abs(time) * 1e9));
                            if (!times.hasNext()) {
                                stop.request();
                            }
                            if (time < 0) {
                                throw new IOException("refused");
                            }
                            return time;
                        },
                        time -> time)
                .stream()
                .map(TrialSequence.Done::result)
                .toList();
    }

    private List<OptionalDouble> left() {
        return listener.ended().stream().map(TrialListener.Ended::secondsLeft).toList();
    }

    @Test
    void eachTrialIsToldWhenItBeginsAndWhenItHasEnded() throws IOException {
        assertEquals(List.of(3.0, 2.0), run(List.of(warmUp("threads", 1, 1), trial("threads", 2, 1)), 3, 2));
        assertEquals(List.of("1 threads", "2 threads"), listener.began());
        assertEquals(
                List.of(1, 2),
                listener.ended().stream().map(TrialListener.Ended::number).toList());
        assertEquals(2, listener.ended().get(0).total());
        assertEquals(3, listener.ended().get(0).seconds());
    }

    @Test
    void nothingIsSaidOfTheTimeLeftWhileAKindOfTrialIsUnknown() throws IOException {
        run(List.of(trial("threads", 1, 4), trial("processes", 1, 5), trial("processes", 1, 5)), 4, 6);
        assertEquals(List.of(OptionalDouble.empty(), OptionalDouble.of(6)), left());
    }

    @Test
    void theExpectationIsCorrectedByTheNearestNumberOfWorkers() throws IOException {
        run(
                List.of(trial("threads", 1, 8), trial("threads", 8, 1), trial("threads", 2, 4), trial("threads", 6, 2)),
                16,
                5);
        assertEquals(List.of(OptionalDouble.of(2 * 1 + 2 * 4 + 2 * 2), OptionalDouble.of(2 * 4 + 5 * 2)), left());
    }

    @Test
    void aRealTrialReplacesTheWarmUp() throws IOException {
        PlannedTrial<String> real = trial("threads", 1, 1);
        run(List.of(warmUp("threads", 1, 1), real, real, real), 10, 4, 2);
        assertEquals(List.of(OptionalDouble.of(30), OptionalDouble.of(8), OptionalDouble.of(3)), left());
    }

    @Test
    void aTrialThatFailsIsNotMeasuredAndTheNextOneIsNumberedAfterIt() throws IOException {
        PlannedTrial<String> trial = trial("threads", 1, 1);
        assertEquals(List.of(2.0, 2.0), run(List.of(trial, trial, trial, trial), 2, -60, -60, -60, 2));
        assertEquals(3, listener.ended().get(1).number());
        assertEquals(OptionalDouble.of(2), left().get(1));
        assertEquals(
                "a trial failed and is left out: 1 threads: refused",
                listener.notes().get(2));
    }
}
