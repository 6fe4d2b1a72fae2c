package pokemon.cli.experiment;

import java.util.List;
import java.util.ListResourceBundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pokemon.cli.command.CliCommand;
import pokemon.cli.value.Candidates;
import pokemon.cli.value.Converters;
import pokemon.cli.value.WorkerCounts;
import pokemon.experiment.measure.TrialSettings;
import pokemon.experiment.speed.SpeedExperiment;
import pokemon.experiment.speed.SpeedPlan;
import pokemon.schedule.run.WorkerKind;

/** Measures the time of a download against the number of workers. */
@Command(
        name = "speed",
        resourceBundle = "pokemon.cli.experiment.ExperimentSpeedCommand$DefaultsInHelp",
        description = "Measures how the time of a download depends on the number of threads and processes.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pokemon experiment speed --workers 1,2,4,8 --runs 5",
            "  pokemon experiment speed --modes T --latency 80ms --out results"
        })
final class ExperimentSpeedCommand extends CliCommand {
    @Option(
            names = "--modes",
            paramLabel = "LIST",
            split = ",",
            hideParamSyntax = true,
            defaultValue = "T,P",
            converter = Converters.Kind.class,
            completionCandidates = Candidates.Kinds.class,
            description = "T for threads, P for processes, T,P for both. Default: ${DEFAULT-VALUE}.")
    private List<WorkerKind> modes;

    @Option(
            names = "--workers",
            paramLabel = "LIST",
            defaultValue = "1-14",
            converter = Converters.Workers.class,
            description = "Numbers of workers, such as 1-14 or 1,2,4. Default: ${DEFAULT-VALUE}.")
    private WorkerCounts workers;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "3",
            converter = Converters.Positive.class,
            description = "Runs of each. Default: ${DEFAULT-VALUE}.")
    private int runs;

    @Mixin
    private TrialOptions trials;

    @Mixin
    private ExperimentOptions common;

    /** What the help says of the options of the trials. */
    public static final class DefaultsInHelp extends ListResourceBundle {
        @Override
        protected Object[][] getContents() {
            return TrialOptions.Defaults.USUAL.inHelp("", TrialOptions.Defaults.USUAL);
        }
    }

    @Override
    public Integer call() throws Exception {
        trials.check();
        trials.checkGiven("--modes", modes);
        SpeedPlan plan =
                new SpeedPlan(modes.stream().distinct().sorted().toList(), workers.values(), runs, common.seed());
        TrialSettings settings = trials.settings(TrialOptions.Defaults.USUAL, common.seed(), common.trace());
        trials.checkWorkers(workers.values(), settings);
        trials.warn(TrialOptions.Defaults.USUAL, plan.trials());
        return common.run(new SpeedExperiment(settings, plan));
    }
}
