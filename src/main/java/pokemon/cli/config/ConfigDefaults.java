package pokemon.cli.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import pokemon.cli.ArgumentPreview;
import pokemon.cli.Environment;
import pokemon.cli.option.Converters;
import pokemon.report.PreviousRun;

/**
 * Values for the arguments that are not on the command line: those of the report that is retried, else of the
 * environment, else of the file of settings.
 */
public final class ConfigDefaults implements IDefaultValueProvider {
    /** The rank of what is on the command line; the layers follow in their order. */
    private static final int TYPED = -1;

    /** The rank of what nobody set. */
    private static final int BUILT_IN = Integer.MAX_VALUE;

    private final List<ConfigSource> layers;

    /** The argument that a value was given for last; when that value is refused, it was not the command line's. */
    private Optional<ArgSpec> lastGiven = Optional.empty();

    private ConfigDefaults(List<ConfigSource> layers) {
        this.layers = List.copyOf(layers);
    }

    /**
     * Returns whether an option has the value that the report of an earlier run has for it, which somebody else may
     * have written.
     */
    public static boolean isOfReport(CommandSpec command, String option) {
        return of(command)
                .flatMap(settings -> settings.layer(ConfigKey.of(command.findOption(option))))
                .filter(ConfigSource::isReport)
                .filter(layer -> !isTyped(command, option))
                .isPresent();
    }

    /** Returns what the environment or the file of settings says of an option. */
    public static Optional<String> configured(CommandSpec command, String option) {
        String name = ConfigKey.of(command.findOption(option));
        return of(command).stream()
                .flatMap(settings -> settings.layers.stream())
                .filter(layer -> !layer.isReport() && layer.values().containsKey(name))
                .findFirst()
                .map(layer -> layer.values().get(name));
    }

    /** Returns whether there are settings for a call, right or wrong. */
    public static boolean areThere(ArgumentPreview look, Environment environment) {
        return look.reportToRetry().isPresent()
                || environment.variables().keySet().stream()
                        .anyMatch(name -> name.startsWith(ConfigKey.VARIABLE_PREFIX))
                || named(look, environment).isPresent()
                || usual(environment).isPresent();
    }

    /**
     * Collects the settings for a call.
     *
     * @param names the names of all settings that there are
     * @param reports reads the report of an earlier run
     * @throws IOException when they cannot be read or do not exist; the message says which and where
     */
    public static ConfigDefaults of(
            Set<String> names, ArgumentPreview look, Environment environment, Converters.Earlier reports)
            throws IOException {
        List<ConfigSource> layers = new ArrayList<>();
        if (look.reportToRetry().isPresent()) {
            String report = look.reportToRetry().get();
            layers.add(ConfigSource.ofReport(read(report, reports), report));
        }
        layers.add(ConfigSource.ofEnvironment(environment.variables(), names));
        Optional<String> named = named(look, environment);
        Optional<Path> file = named.isPresent() ? Optional.of(path(named.get())) : usual(environment);
        if (file.isPresent()) {
            layers.add(ConfigSource.ofFile(file.get(), names));
        }
        return new ConfigDefaults(layers);
    }

    /** Returns the file that somebody named. */
    private static Optional<String> named(ArgumentPreview look, Environment environment) {
        return look.config()
                .or(() -> Optional.of(environment.variable(ConfigSource.CONFIG)).filter(name -> !name.isEmpty()));
    }

    private static PreviousRun read(String report, Converters.Earlier reports) throws IOException {
        try {
            return reports.read(report);
        } catch (TypeConversionException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Path path(String name) throws IOException {
        try {
            return new Converters.FilePath().convert(name);
        } catch (TypeConversionException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Returns the file in its usual place, if it is there (XDG Base Directory Specification). */
    private static Optional<Path> usual(Environment environment) {
        return absolute(environment.variable("XDG_CONFIG_HOME"))
                .or(() -> absolute(environment.home()).map(home -> home.resolve(".config")))
                .map(base -> base.resolve("pokemon/config.properties"))
                .filter(Files::exists);
    }

    private static Optional<Path> absolute(String name) {
        try {
            return Optional.of(Path.of(name)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            // A directory whose name this locale cannot write: Java cannot open anything in it.
            return Optional.empty();
        }
    }

    @Override
    public String defaultValue(ArgSpec arg) {
        String name = ConfigKey.of(arg);
        Optional<String> value = layer(name).map(layer -> layer.values().get(name));
        lastGiven = value.map(given -> arg);
        // No variables of picocli's: a value is what it says.
        return value.map(text -> text.replace("$", "$$")).orElse(null);
    }

    private Optional<ConfigSource> layer(String name) {
        return layers.stream().filter(layer -> layer.values().containsKey(name)).findFirst();
    }

    /** Returns where the value that was just refused for an argument stands, or nothing for the command line. */
    public Optional<String> originOfRefused(ArgSpec arg) {
        return lastGiven.filter(arg::equals).flatMap(this::origin);
    }

    private Optional<String> origin(ArgSpec arg) {
        String name = ConfigKey.of(arg);
        return layer(name).map(layer -> layer.origin().apply(name));
    }

    /** Returns where the value of an argument stands, to be put behind a message about it; empty when it was typed. */
    public static String origin(CommandSpec command, String option) {
        ArgSpec arg = command.findOption(option);
        return of(command)
                .filter(settings -> rank(command, arg) != TYPED)
                .flatMap(settings -> settings.origin(arg))
                .map(origin -> " (from " + origin + ")")
                .orElse("");
    }

    private static Optional<ConfigDefaults> of(CommandSpec command) {
        return command.commandLine().getDefaultValueProvider() instanceof ConfigDefaults settings
                ? Optional.of(settings)
                : Optional.empty();
    }

    /** Returns whether an option is on the command line. */
    public static boolean isTyped(CommandSpec command, String option) {
        return rank(command, command.findOption(option)) == TYPED;
    }

    /**
     * Compares where two arguments have their values from.
     *
     * @return below 0 when the first one's place goes before the second one's, 0 when both stand in the same place
     */
    public static int compare(CommandSpec command, ArgSpec one, ArgSpec other) {
        return Integer.compare(rank(command, one), rank(command, other));
    }

    /** Does the same for options. */
    public static int compare(CommandSpec command, String one, String other) {
        return compare(command, command.findOption(one), command.findOption(other));
    }

    private static int rank(CommandSpec command, ArgSpec arg) {
        ParseResult parsed = command.commandLine().getParseResult();
        boolean typed = arg.isOption()
                ? parsed.hasMatchedOption((OptionSpec) arg)
                : parsed.hasMatchedPositional((PositionalParamSpec) arg);
        if (typed) {
            return TYPED;
        }
        Optional<ConfigDefaults> settings = of(command);
        return settings.flatMap(all -> all.layer(ConfigKey.of(arg)))
                .map(layer -> settings.get().layers.indexOf(layer))
                .orElse(BUILT_IN);
    }
}
