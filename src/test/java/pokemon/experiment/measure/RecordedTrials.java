package pokemon.experiment.measure;

import java.util.ArrayList;
import java.util.List;

/** Keeps what an experiment tells while it runs. */
final class RecordedTrials implements TrialListener {
    private final List<String> began = new ArrayList<>();
    private final List<Ended> ended = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    @Override
    public void trialBegan(PlannedTrial trial) {
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

    List<String> began() {
        return began;
    }

    List<Ended> ended() {
        return ended;
    }

    List<String> notes() {
        return notes;
    }
}
