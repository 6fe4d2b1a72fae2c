package pokemon.cli.experiment;

import picocli.CommandLine.Command;
import pokemon.cli.command.CliCommand;

/** Gathers the experiments. */
@Command(
        name = "experiment",
        description = {
            "Measures what concurrency does to downloads, and draws and explains it.",
            "Offline on the built-in mirror unless told otherwise."
        },
        subcommands = {
            ExperimentSpeedCommand.class,
            ExperimentLoadCommand.class,
            ExperimentCompareCommand.class,
            ExperimentRaceCommand.class
        })
public final class ExperimentCommand extends CliCommand {
    @Override
    public Integer call() {
        throw usageError(
                "which experiment? " + String.join(", ", command().subcommands().keySet()));
    }
}
