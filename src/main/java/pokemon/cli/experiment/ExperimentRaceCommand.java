package pokemon.cli.experiment;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pokemon.cli.command.CliCommand;
import pokemon.cli.value.Converters;
import pokemon.experiment.race.RaceExperiment;
import pokemon.experiment.race.RaceSettings;

/** Lets workers race for ids. */
@Command(
        name = "race",
        description = {
            "Lets workers draw ids from safe counters and from an unsafe one, and counts what goes wrong.",
            "The counters: unsafe, synchronized, atomic, and a fixed split. It counts ids drawn twice, skipped and past "
                    + "the end, and shows one lost update step by step, and the effect on the files of a download."
        },
        footerHeading = "%nExample:%n",
        footer = {"  pokemon experiment race --workers 8 --repeats 20"})
final class ExperimentRaceCommand extends CliCommand {
    /** Each worker has a byte for each id. */
    private static final int MAX_IDS = 100_000_000;

    private static final int MAX_WORKERS = 64;

    @Option(
            names = "--ids",
            paramLabel = "N",
            defaultValue = "20000000",
            converter = Converters.Positive.class,
            description = "Number of ids. With few, the unsafe counter may be right. Default: ${DEFAULT-VALUE}.")
    private int ids;

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "4",
            converter = Converters.Positive.class,
            description = "Number of threads, at least 2. Default: ${DEFAULT-VALUE}.")
    private int workers;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            defaultValue = "10",
            converter = Converters.Positive.class,
            description = "Repeats of each counter. Default: ${DEFAULT-VALUE}.")
    private int repeats;

    @Mixin
    private ExperimentOptions common;

    @Override
    public Integer call() throws Exception {
        if (workers < 2 || workers > MAX_WORKERS) {
            throw usageError("--workers: a race has 2 to " + MAX_WORKERS);
        }
        if (ids > MAX_IDS) {
            throw usageError("--ids: at most " + MAX_IDS);
        }
        return common.run(new RaceExperiment(new RaceSettings(ids, workers, repeats, common.seed()), common.trace()));
    }
}
