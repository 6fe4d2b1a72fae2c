package pokemon.experiment.measure;

/** Follows the progress of an experiment. */
public interface TrialListener {
    /**
     * A trial has ended.
     *
     * @param label what was measured, such as "3 processes"
     * @param share the share of the expected total time that has passed, 0 to 1
     */
    void trialEnded(String label, double share);

    /** Tells the user something at once. */
    void note(String sentence);
}
