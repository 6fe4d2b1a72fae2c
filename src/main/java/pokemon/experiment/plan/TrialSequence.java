package pokemon.experiment.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/** Runs the trials of a plan one after the other, and reports each and the time left to a listener. */
public final class TrialSequence<T> {
    private final List<PlannedTrial<T>> plan;
    private final TrialAttempts attempts;
    private final LongSupplier nanoTime;
    private final TimeEstimate estimate = new TimeEstimate();
    private int begun;

    private record Timed<R>(R result, double seconds) {}

    /** A trial that succeeded, and what was measured. */
    public record Done<T, R>(PlannedTrial<T> trial, R result) {}

    /** Measures a trial; an exception makes the attempt fail, except for an interrupt. */
    @FunctionalInterface
    public interface Measurement<T, R> {
        R of(PlannedTrial<T> trial) throws IOException, InterruptedException;
    }

    /**
     * Prepares to run trials.
     *
     * @param plan all trials in the order of running
     */
    public TrialSequence(List<PlannedTrial<T>> plan, TrialAttempts attempts) {
        this(plan, attempts, System::nanoTime);
    }

    TrialSequence(List<PlannedTrial<T>> plan, TrialAttempts attempts, LongSupplier nanoTime) {
        this.plan = plan;
        this.attempts = attempts;
        this.nanoTime = nanoTime;
    }

    /**
     * Runs the trials until the last one has ended or a stop is requested.
     *
     * @param seconds the time that the listener is told
     * @return the trials that succeeded, in the order of running
     * @throws IOException as {@link TrialAttempts#measure}
     */
    public <R> List<Done<T, R>> run(Measurement<T, R> measurement, ToDoubleFunction<R> seconds) throws IOException {
        List<Done<T, R>> done = new ArrayList<>();
        while (begun < plan.size() && !attempts.isStopped()) {
            PlannedTrial<T> trial = plan.get(begun);
            next(() -> measurement.of(trial), seconds).ifPresent(result -> done.add(new Done<>(trial, result)));
        }
        return done;
    }

    private <R> Optional<R> next(TrialAttempts.Attempt<R> attempt, ToDoubleFunction<R> seconds) throws IOException {
        PlannedTrial<T> trial = plan.get(begun++);
        attempts.listener().trialBegan(trial);
        Optional<Timed<R>> timed = attempts.measure(trial.label(), () -> {
            long begin = nanoTime.getAsLong();
            R result = attempt.measure();
            return new Timed<>(result, (nanoTime.getAsLong() - begin) / 1e9);
        });
        timed.ifPresent(done -> {
            estimate.add(trial, done.seconds);
            attempts.listener()
                    .trialEnded(new TrialListener.Ended(
                            trial,
                            begun,
                            plan.size(),
                            seconds.applyAsDouble(done.result),
                            estimate.of(plan.subList(begun, plan.size()))));
        });
        return timed.map(Timed::result);
    }
}
