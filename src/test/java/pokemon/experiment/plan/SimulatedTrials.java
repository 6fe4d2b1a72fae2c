package pokemon.experiment.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;

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
    public static <T> List<Left> run(List<PlannedTrial<T>> plan, ToDoubleFunction<PlannedTrial<T>> seconds)
            throws IOException {
        AtomicLong now = new AtomicLong();
        RecordedTrials listener = new RecordedTrials();
        TrialAttempts attempts = new TrialAttempts(listener, new CancellationToken());
        List<Double> times = new ArrayList<>();
        new TrialSequence<>(plan, attempts, now::get)
                .run(
                        trial -> {
                            times.add(seconds.applyAsDouble(trial));
                            return now.addAndGet((long) (times.get(times.size() - 1) * 1e9));
                        },
                        nanos -> 0);
        List<Left> left = new ArrayList<>();
        for (TrialListener.Ended ended : listener.ended().subList(0, plan.size() - 1)) {
            double actual = times.subList(ended.number(), times.size()).stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            left.add(new Left(ended.number(), ended.secondsLeft(), actual));
        }
        return left;
    }
}
