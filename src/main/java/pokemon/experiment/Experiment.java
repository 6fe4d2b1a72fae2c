package pokemon.experiment;

import java.io.IOException;
import pokemon.experiment.measure.CancellationToken;
import pokemon.experiment.measure.TrialListener;
import pokemon.experiment.report.ExperimentReport;
import pokemon.experiment.report.RunMetadata;

/** A question that is answered by measuring. */
public interface Experiment {
    /** Returns its name on the command line, such as "speed". */
    String name();

    /**
     * Measures. When it is told to stop it ends the trial at hand, which does not count, and reports what it has.
     *
     * @param origin where the report comes from
     * @param progress is told after each trial how far the experiment is
     * @param stop asks for an early end
     * @throws IOException when nothing can be measured, such as when the source gives no images
     */
    ExperimentReport run(RunMetadata origin, TrialListener progress, CancellationToken stop) throws IOException;
}
