package pokemon.cli;

import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** Runs the command line. */
public final class Program {
    private Program() {}

    /**
     * Runs the command line.
     *
     * @param args the arguments as typed
     * @param out takes results
     * @param err takes progress, warnings and failures
     * @param surroundings where settings are found
     * @return the exit code, one of {@link ExitCode}
     */
    public static int run(String[] args, PrintWriter out, PrintWriter err, Surroundings surroundings) {
        // A word that starts with @ is ours: --ids @FILE.
        CommandLine commandLine = new CommandLine(new ScrapeCommand())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false);
        commandLine.getCommandSpec().addOption(config());
        Failures.handle(commandLine);
        FirstLook look = FirstLook.at(args);
        if (look.asksForHelp()) {
            return commandLine.execute(args);
        }
        try {
            commandLine.setDefaultValueProvider(Settings.of(commandLine.getCommandSpec(), look, surroundings));
        } catch (IOException e) {
            return Failures.usage(new ParameterException(commandLine, e.getMessage(), e));
        }
        // After the settings were read, for there may be some for the range.
        if (look.choosesIds()) {
            IdOptions.leaveOutRange(commandLine.getCommandSpec());
        }
        return commandLine.execute(args);
    }

    /** No field holds its value: the first look has read it already. */
    private static OptionSpec config() {
        return OptionSpec.builder(FirstLook.CONFIG)
                .type(String.class)
                .paramLabel("FILE")
                .description(
                        "Settings: defaults of all arguments, such as 'connect-timeout = 5s'.",
                        "Default: $POKEMON_CONFIG, else",
                        "~/.config/pokemon/config.properties.")
                .scopeType(ScopeType.INHERIT)
                .build();
    }
}
