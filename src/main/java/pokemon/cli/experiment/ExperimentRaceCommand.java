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
            "Lets workers draw ids from counters that are safe and unsafe, and counts what goes wrong.",
            "The counters: unsynchronised, synchronized, atomic, and a fixed split. What is counted: ids drawn "
                    + "twice, skipped and past the end. One lost update is shown step by step, and what it does to the "
                    + "files of a download."
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
            description =
                    "How many ids are drawn. With few, the unsafe counter may go right. Default: ${DEFAULT-VALUE}.")
    private int ids;

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "4",
            converter = Converters.Positive.class,
            description = "How many threads draw, at least 2. Default: ${DEFAULT-VALUE}.")
    private int workers;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            defaultValue = "10",
            converter = Converters.Positive.class,
            description = "How often each counter is tried. Default: ${DEFAULT-VALUE}.")
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
