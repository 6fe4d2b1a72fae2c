package pokemon.experiment.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Runs a plan whose trials take made-up times, and compares the time left that is told with the true one. */
public final class SimulatedTrials {
    private SimulatedTrials() {}

    /**
     * The time left after a trial.
     *
     * @param number the number of the trial, from 1
     */
    public record Left(int number, OptionalDouble told, double actual) {
        /** Returns the told time as a share of the true one. */
        public double ratio() {
            return told.orElseThrow() / actual;
        }
    }

    /** Returns the time left after each trial but the last. */
    public static List<Left> run(List<PlannedTrial> plan, ToDoubleFunction<PlannedTrial> seconds) throws IOException {
        AtomicLong now = new AtomicLong();
        List<Left> left = new ArrayList<>();
        double[] times = plan.stream().mapToDouble(seconds).toArray();
        RecordedTrials listener = new RecordedTrials();
        TrialSequence sequence =
                new TrialSequence(plan, new TrialAttempts(listener, new CancellationToken()), now::get);
        for (double time : times) {
            sequence.next(() -> now.addAndGet((long) (time * 1e9)), nanos -> time);
        }
        for (TrialListener.Ended ended : listener.ended().subList(0, plan.size() - 1)) {
            double actual = IntStream.range(ended.number(), times.length)
                    .mapToDouble(i -> times[i])
                    .sum();
            left.add(new Left(ended.number(), ended.secondsLeft(), actual));
        }
        return left;
    }
}
