package pokemon.cli.experiment;

import picocli.CommandLine.Command;
import pokemon.cli.command.CliCommand;

/** Gathers the experiments. */
@Command(
        name = "experiment",
        description = {
            "Measures how concurrency affects downloads, and draws and explains the results.",
            "By default it runs offline, on the built-in mirror."
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
