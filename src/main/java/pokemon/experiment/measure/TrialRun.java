package pokemon.experiment.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pokemon.experiment.measure.ResourceMeter.Measured;
import pokemon.experiment.plan.TrialSequence;
import pokemon.schedule.run.RunReport;

/**
 * One run of a trial that counts.
 *
 * @param number its number among the runs of its trial, from 1
 * @param usage its CPU time and memory, the built-in mirror included
 */
public record TrialRun(Trial trial, int number, RunReport report, ResourceUsage usage) {
    public double seconds() {
        return report.nanos() / 1e9;
    }

    /** Returns how many processors were busy on average. */
    public double busyProcessors() {
        return usage.cpuSeconds() / seconds();
    }

    /** Returns all but the warm-ups. */
    public static List<TrialRun> counted(List<TrialSequence.Done<Trial, Measured<RunReport>>> all) {
        Map<Trial, Integer> numbers = new HashMap<>();
        List<TrialRun> counted = new ArrayList<>();
        for (TrialSequence.Done<Trial, Measured<RunReport>> done : all) {
            if (!done.trial().isWarmUp()) {
                Trial trial = done.trial().variant();
                Measured<RunReport> run = done.result();
                counted.add(new TrialRun(trial, numbers.merge(trial, 1, Integer::sum), run.result(), run.usage()));
            }
        }
        return counted;
    }
}
