package pokemon.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import pokemon.cli.option.CommandAccess;
import pokemon.cli.process.Version;

/** The base of all commands. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true)
public abstract class CliCommand implements CommandAccess, Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Override
    public final CommandSpec command() {
        return command;
    }
}
