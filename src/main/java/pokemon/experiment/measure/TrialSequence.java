package pokemon.experiment.measure;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/** Runs the trials of a plan one after the other, and tells a listener of each and of the time left. */
public final class TrialSequence {
    private final List<PlannedTrial> plan;
    private final TrialAttempts attempts;
    private final LongSupplier nanoTime;
    private final TimeEstimate estimate = new TimeEstimate();
    private int begun;

    private record Timed<T>(T measured, double seconds) {}

    /**
     * Prepares to run trials.
     *
     * @param plan all trials in the order of running
     */
    public TrialSequence(List<PlannedTrial> plan, TrialAttempts attempts) {
        this(plan, attempts, System::nanoTime);
    }

    TrialSequence(List<PlannedTrial> plan, TrialAttempts attempts, LongSupplier nanoTime) {
        this.plan = plan;
        this.attempts = attempts;
        this.nanoTime = nanoTime;
    }

    /**
     * Runs the next trial of the plan.
     *
     * @param seconds the time that the listener is told
     * @return what was measured; nothing when each attempt failed, or after a stop
     * @throws IOException as {@link TrialAttempts#measure}
     */
    public <T> Optional<T> next(TrialAttempts.Attempt<T> attempt, ToDoubleFunction<T> seconds) throws IOException {
        PlannedTrial trial = plan.get(begun++);
        attempts.listener().trialBegan(trial);
        Optional<Timed<T>> timed = attempts.measure(trial.label(), () -> {
            long begin = nanoTime.getAsLong();
            T measured = attempt.measure();
            return new Timed<>(measured, (nanoTime.getAsLong() - begin) / 1e9);
        });
        timed.ifPresent(done -> {
            estimate.add(trial, done.seconds);
            attempts.listener()
                    .trialEnded(new TrialListener.Ended(
                            trial,
                            begun,
                            plan.size(),
                            seconds.applyAsDouble(done.measured),
                            estimate.of(plan.subList(begun, plan.size()))));
        });
        return timed.map(Timed::measured);
    }
}
