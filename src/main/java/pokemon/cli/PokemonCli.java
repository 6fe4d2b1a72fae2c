package pokemon.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import pokemon.cli.command.ExperimentCommand;
import pokemon.cli.command.GalleryCommand;
import pokemon.cli.command.MirrorCommand;
import pokemon.cli.command.ScrapeCommand;
import pokemon.cli.command.StatsCommand;
import pokemon.cli.config.ConfigDefaults;
import pokemon.cli.config.ConfigKey;
import pokemon.cli.option.Converters;
import pokemon.cli.option.IdOptions;
import pokemon.report.PreviousRun;

/** Runs the command line. */
public final class PokemonCli {
    private static final List<Class<?>> SUBCOMMANDS = List.of(
            StatsCommand.class, GalleryCommand.class, MirrorCommand.class, ExperimentCommand.class, HelpCommand.class);

    private PokemonCli() {}

    /**
     * Runs the command line.
     *
     * @param args the arguments as typed
     * @param out takes results
     * @param err takes progress, warnings and failures
     * @param environment where settings are found
     * @return the exit code, one of {@link ExitCode}
     */
    public static int run(String[] args, PrintWriter out, PrintWriter err, Environment environment) {
        ArgumentPreview look = ArgumentPreview.at(args);
        boolean configured = !look.asksForHelp() && ConfigDefaults.areThere(look, environment);
        // Reading the annotations of all subcommands takes as long as downloading some images. A number at the start
        // tells that none of them is wanted.
        boolean download = look.startsWithNumber() && !look.asksForHelp();
        CommandLine commandLine =
                commandLine(download ? List.of() : SUBCOMMANDS).setOut(out).setErr(err);
        Converters.Earlier reports = new Converters.Earlier();
        commandLine.registerConverter(PreviousRun.class, reports);
        ExceptionHandlers.handle(commandLine);
        if (look.asksForHelp()) {
            return Help.print(commandLine, look, args);
        }
        try {
            if (configured) {
                Set<String> names = ConfigKey.all(commandLine().getCommandSpec());
                commandLine.setDefaultValueProvider(ConfigDefaults.of(names, look, environment, reports));
            }
        } catch (IOException e) {
            return ExceptionHandlers.usage(new ParameterException(commandLine, e.getMessage(), e));
        }
        // After the settings were read, for there may be some for the range.
        if (look.choosesIds()) {
            IdOptions.leaveOutRange(commandLine.getCommandSpec());
        }
        return commandLine.execute(args);
    }

    /** Returns the command line with all its subcommands, for what describes it. */
    public static CommandLine commandLine() {
        return commandLine(SUBCOMMANDS);
    }

    private static CommandLine commandLine(List<Class<?>> subcommands) {
        CommandLine commandLine = new CommandLine(new ScrapeCommand());
        subcommands.forEach(commandLine::addSubcommand);
        commandLine.getCommandSpec().addOption(config());
        // A word that starts with @ is ours: --ids @FILE.
        return commandLine
                .registerConverter(Path.class, new Converters.FilePath())
                .registerConverter(long.class, new Converters.Whole())
                .registerConverter(Long.class, new Converters.Whole())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false);
    }

    /** No field holds its value: the first look has read it already. */
    private static OptionSpec config() {
        return OptionSpec.builder(ArgumentPreview.CONFIG)
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
