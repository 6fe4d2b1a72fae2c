package pokemon.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;
import pokemon.cli.command.GalleryCommand;
import pokemon.cli.command.MirrorCommand;
import pokemon.cli.command.ScrapeCommand;
import pokemon.cli.command.SourcesCommand;
import pokemon.cli.command.StatsCommand;
import pokemon.cli.command.TimelineCommand;
import pokemon.cli.config.ConfigDefaults;
import pokemon.cli.config.ConfigKey;
import pokemon.cli.experiment.ExperimentCommand;
import pokemon.cli.option.IdOptions;
import pokemon.cli.process.Environment;
import pokemon.cli.process.ExitCode;
import pokemon.cli.value.Converters;
import pokemon.report.PreviousRun;

/**
 * Runs the command line.
 *
 * <p>The way to a download has no lambda of a picocli type: the archive of loaded classes would leave out that type and
 * all that implement it, since picocli's classes have an old format.
 */
public final class PokemonCli {
    private static final List<Class<?>> SUBCOMMANDS = List.of(
            StatsCommand.class,
            GalleryCommand.class,
            TimelineCommand.class,
            MirrorCommand.class,
            SourcesCommand.class,
            ExperimentCommand.class,
            HelpCommand.class);

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
        ArgumentPreview preview = ArgumentPreview.of(args);
        CommandLine commandLine = download();
        // Reading the annotations of all subcommands takes as long as downloading some images.
        if (preview.asksForHelp() || !RangeWord.mayBegin(commandLine, args)) {
            addSubcommands(commandLine);
        }
        configure(commandLine).setOut(out).setErr(err);
        ExceptionHandlers.handle(commandLine);
        if (preview.asksForHelp()) {
            return Help.print(commandLine, preview, args);
        }
        try {
            takeDefaults(commandLine, preview, environment);
        } catch (IOException | TypeConversionException e) {
            return ExceptionHandlers.usage(new ParameterException(commandLine, e.getMessage(), e));
        }
        // After the configuration was read, which may have a range.
        if (preview.choosesIds()) {
            IdOptions.leaveOutRange(commandLine.getCommandSpec());
            return commandLine.execute(args);
        }
        try {
            return commandLine.execute(RangeWord.expand(commandLine, args));
        } catch (ParameterException e) {
            return ExceptionHandlers.usage(e);
        }
    }

    private static void takeDefaults(CommandLine commandLine, ArgumentPreview preview, Environment environment)
            throws IOException {
        Converters.FilePath path = new Converters.FilePath();
        Optional<PreviousRun> retried = Optional.empty();
        if (preview.reportToRetry().isPresent()) {
            PreviousRun run =
                    PreviousRun.read(path.convert(preview.reportToRetry().get()));
            // A pipe can be read only once.
            commandLine.registerConverter(PreviousRun.class, text -> run);
            retried = Optional.of(run);
        }
        String variable = environment.variable(ConfigKey.FILE_VARIABLE);
        Optional<Path> file = preview.config().isPresent() || !variable.isEmpty()
                ? Optional.of(path.convert(preview.config().orElse(variable)))
                : Optional.empty();
        Optional<ConfigDefaults> defaults =
                ConfigDefaults.of(retried, environment, file, commandLine.getCommandSpec(), () -> commandLine()
                        .getCommandSpec());
        if (defaults.isPresent()) {
            commandLine.setDefaultValueProvider(defaults.get());
        }
    }

    /** Returns the command line with all its subcommands, for what describes it. */
    public static CommandLine commandLine() {
        CommandLine commandLine = download();
        addSubcommands(commandLine);
        return configure(commandLine);
    }

    private static CommandLine download() {
        CommandLine commandLine = new CommandLine(new ScrapeCommand());
        commandLine.getCommandSpec().addOption(config());
        return commandLine;
    }

    private static void addSubcommands(CommandLine commandLine) {
        for (Class<?> subcommand : SUBCOMMANDS) {
            commandLine.addSubcommand(subcommand);
        }
    }

    private static CommandLine configure(CommandLine commandLine) {
        // A word that starts with @ is ours: --ids @FILE.
        return commandLine
                .registerConverter(Path.class, new Converters.FilePath())
                .registerConverter(long.class, new Converters.Whole())
                .registerConverter(Long.class, new Converters.Whole())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false);
    }

    /** Describes an option that {@link ArgumentPreview} has already read. */
    private static OptionSpec config() {
        return OptionSpec.builder(ArgumentPreview.CONFIG)
                .type(String.class)
                .paramLabel("FILE")
                .description(
                        "The file of settings, such as 'connect-timeout = 5s'.",
                        "Default: $POKEMON_CONFIG, else",
                        "~/.config/pokemon/config.properties.")
                .scopeType(ScopeType.INHERIT)
                .build();
    }
}
