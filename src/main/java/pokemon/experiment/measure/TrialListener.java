package pokemon.experiment.measure;

/** Follows an experiment while it goes on. */
public interface TrialListener {
    /**
     * A trial has ended.
     *
     * @param label what was measured, such as "3 processes"
     * @param share how much of the expected time of the whole experiment has passed, 0 to 1
     */
    void trialEnded(String label, double share);

    /** Something the user should know now, as a sentence. */
    void note(String sentence);
}
