package pokemon.experiment;

import java.io.IOException;
import pokemon.experiment.plan.CancellationToken;
import pokemon.experiment.plan.TrialListener;
import pokemon.experiment.report.ExperimentReport;
import pokemon.experiment.report.RunMetadata;

/** Answers a question by measuring. */
public interface Experiment {
    /** Returns its name on the command line, such as "speed". */
    String name();

    /**
     * Measures and reports. After a stop it aborts the current trial and reports the trials before.
     *
     * @param progress is called after each trial
     * @throws IOException when nothing could be measured, such as when the source has no images
     */
    ExperimentReport run(RunMetadata metadata, TrialListener progress, CancellationToken stop) throws IOException;
}
