package pokemon.cli.experiment;

import java.time.Duration;
import java.util.List;
import java.util.ListResourceBundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pokemon.cli.command.CliCommand;
import pokemon.cli.value.Candidates;
import pokemon.cli.value.Converters;
import pokemon.experiment.load.LoadExperiment;
import pokemon.experiment.measure.TrialSettings;
import pokemon.schedule.run.IdRange;
import pokemon.schedule.run.ScheduleKind;
import pokemon.schedule.run.WorkerKind;

/** Shows which worker does what in a download. */
@Command(
        name = "load",
        resourceBundle = "pokemon.cli.experiment.ExperimentLoadCommand$DefaultsInHelp",
        description = "Shows how the images of one download spread over its workers, and over time.",
        footerHeading = "%nExamples:%n",
        footer = {"  pokemon experiment load --workers 4", "  pokemon experiment load --schedule static,dynamic"})
final class ExperimentLoadCommand extends CliCommand {
    private static final IdRange RANGE = new IdRange(1, 120);
    private static final TrialOptions.Defaults EVEN =
            new TrialOptions.Defaults(RANGE, Duration.ofMillis(20), Duration.ZERO);

    /** Long and uneven, so that the waits decide and not the processors. */
    private static final TrialOptions.Defaults UNEVEN =
            new TrialOptions.Defaults(RANGE, Duration.ofMillis(120), Duration.ofMillis(120));

    @Option(
            names = "--modes",
            paramLabel = "T|P",
            defaultValue = "T",
            converter = Converters.Kind.class,
            completionCandidates = Candidates.Kinds.class,
            description = "T for threads, P for processes. Default: ${DEFAULT-VALUE}.")
    private WorkerKind kind;

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "8",
            converter = Converters.Positive.class,
            description = "Number of workers. Default: ${DEFAULT-VALUE}.")
    private int workers;

    @Option(
            names = "--schedule",
            paramLabel = "KIND[,KIND]",
            split = ",",
            hideParamSyntax = true,
            defaultValue = "dynamic",
            description = "static, dynamic, or static,dynamic to compare. Default: ${DEFAULT-VALUE}.")
    private List<ScheduleKind> schedules;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "3",
            converter = Converters.Positive.class,
            description = "Runs of each schedule. Default: ${DEFAULT-VALUE}.")
    private int runs;

    @Mixin
    private TrialOptions trials;

    @Mixin
    private ExperimentOptions common;

    /** What the help says of the options of the trials. */
    public static final class DefaultsInHelp extends ListResourceBundle {
        @Override
        protected Object[][] getContents() {
            return EVEN.inHelp("--schedule static,dynamic", UNEVEN);
        }
    }

    @Override
    public Integer call() throws Exception {
        trials.check();
        trials.checkGiven("--schedule", schedules);
        List<ScheduleKind> kinds = schedules.stream().distinct().toList();
        TrialOptions.Defaults usual = kinds.size() > 1 ? UNEVEN : EVEN;
        TrialSettings settings = trials.settings(usual, common.seed(), common.trace());
        trials.checkWorkers(List.of(workers), settings);
        trials.warn(usual, kinds.size() * runs + 1);
        return common.run(new LoadExperiment(settings, kind, workers, kinds, runs));
    }
}
