package pokemon.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pokemon.cli.Version;

/** Gathers the experiments. */
@Command(
        name = "experiment",
        description = {
            "Measures what concurrency does to downloads, and draws and explains it.",
            "Offline on the built-in mirror unless told otherwise."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        subcommands = {
            ExperimentSpeedCommand.class,
            ExperimentLoadCommand.class,
            ExperimentCompareCommand.class,
            ExperimentRaceCommand.class
        })
public final class ExperimentCommand implements Runnable {
    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(
                command.commandLine(),
                "which experiment? " + String.join(", ", command.subcommands().keySet()));
    }
}
