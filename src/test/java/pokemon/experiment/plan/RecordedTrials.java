package pokemon.experiment.plan;

import java.util.ArrayList;
import java.util.List;

/** Keeps what an experiment tells while it runs. */
public record RecordedTrials(List<String> began, List<Ended> ended, List<String> notes) implements TrialListener {
    public RecordedTrials() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    @Override
    public void trialBegan(PlannedTrial<?> trial) {
        began.add(trial.label());
    }

    @Override
    public void trialEnded(Ended trial) {
        ended.add(trial);
    }

    @Override
    public void note(String sentence) {
        notes.add(sentence);
    }
}
