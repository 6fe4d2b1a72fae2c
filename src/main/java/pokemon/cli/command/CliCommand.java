package pokemon.cli.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pokemon.cli.process.Version;

/** What all commands have in common. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true)
abstract class CliCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    final CommandSpec command() {
        return command;
    }

    final PrintWriter out() {
        return command.commandLine().getOut();
    }

    final PrintWriter err() {
        return command.commandLine().getErr();
    }

    final ParameterException usageError(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
