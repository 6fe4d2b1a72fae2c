package pokemon.experiment.plan;

import java.util.OptionalDouble;

/** Follows the progress of an experiment. */
public interface TrialListener {
    /**
     * A trial that has ended.
     *
     * @param number its place in the plan, from 1
     * @param total number of trials in the plan, warm-ups included
     * @param seconds its measured time
     * @param secondsLeft the estimated time of all later trials, empty as long as the earlier ones do not support one
     */
    record Ended(PlannedTrial<?> trial, int number, int total, double seconds, OptionalDouble secondsLeft) {}

    void trialBegan(PlannedTrial<?> trial);

    void trialEnded(Ended trial);

    /** Tells the user something at once. */
    void note(String sentence);
}
