package pokemon.cli.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import pokemon.cli.process.Environment;
import pokemon.report.PreviousRun;

/**
 * Values for the arguments that are not on the command line: from the report that is retried, else from the
 * environment, else from the configuration file.
 */
public final class ConfigDefaults implements IDefaultValueProvider {
    private static final int COMMAND_LINE = -1;
    private static final int BUILT_IN = Integer.MAX_VALUE;

    /** In descending order of precedence. */
    private final List<ConfigSource> sources;

    /** The key of the last value that was provided. When a value is refused, this tells whether it came from here. */
    private Optional<String> lastGiven = Optional.empty();

    private ConfigDefaults(List<ConfigSource> sources) {
        this.sources = sources;
    }

    /**
     * Collects the values for a call.
     *
     * @param retried the run that is finished
     * @param named the configuration file that the user names; empty for its usual place
     * @param command the command that runs
     * @param complete makes the command with all its subcommands
     * @return nothing when nothing is configured
     * @throws IOException when the configuration cannot be read or has an unknown key; the message says where
     */
    public static Optional<ConfigDefaults> of(
            Optional<PreviousRun> retried,
            Environment environment,
            Optional<Path> named,
            CommandSpec command,
            Supplier<CommandSpec> complete)
            throws IOException {
        Optional<Path> file = named.or(() -> ConfigSource.usualFile(environment));
        boolean hasVariables =
                environment.variables().keySet().stream().anyMatch(name -> name.startsWith(ConfigKey.VARIABLE_PREFIX));
        if (retried.isEmpty() && file.isEmpty() && !hasVariables) {
            return Optional.empty();
        }
        KnownKeys keys = new KnownKeys(command, complete);
        List<ConfigSource> sources = new ArrayList<>();
        retried.map(ConfigSource::ofReport).ifPresent(sources::add);
        sources.add(ConfigSource.ofEnvironment(environment.variables(), keys));
        if (file.isPresent()) {
            sources.add(ConfigSource.ofFile(file.get(), keys));
        }
        return Optional.of(new ConfigDefaults(sources));
    }

    @Override
    public String defaultValue(ArgSpec arg) {
        String key = ConfigKey.of(arg);
        Optional<String> value =
                sources(key).findFirst().map(source -> source.values().get(key));
        lastGiven = value.isPresent() ? Optional.of(key) : Optional.empty();
        // Picocli replaces variables such as ${sys:user.home}, which values here do not have.
        return value.map(text -> text.replace("$", "$$")).orElse(null);
    }

    private Stream<ConfigSource> sources(String key) {
        return sources.stream().filter(source -> source.values().containsKey(key));
    }

    /** Returns the origin of the value that was just refused for an argument; nothing for the command line. */
    public Optional<String> originOfRefused(ArgSpec arg) {
        String key = ConfigKey.of(arg);
        return lastGiven
                .filter(key::equals)
                .flatMap(given -> sources(given).findFirst())
                .map(source -> source.origins().apply(key));
    }

    private static Optional<ConfigDefaults> of(CommandSpec command) {
        return Optional.ofNullable((ConfigDefaults) command.commandLine().getDefaultValueProvider());
    }

    private static Stream<ConfigSource> sources(CommandSpec command, String key) {
        return of(command).stream().flatMap(defaults -> defaults.sources(key));
    }

    private static String key(CommandSpec command, String option) {
        return ConfigKey.of(command.findOption(option));
    }

    /** Returns the origin of an option's value as the end of a message; empty when it was typed. */
    public static String origin(CommandSpec command, String option) {
        if (isTyped(command, option)) {
            return "";
        }
        String key = key(command, option);
        return sources(command, key)
                .findFirst()
                .map(source -> " (from " + source.origins().apply(key) + ")")
                .orElse("");
    }

    /** Returns the templates of the sources that the user gave a name, by that name. */
    public static Map<String, String> namedSources(CommandSpec command) {
        Map<String, String> named = new TreeMap<>();
        of(command).stream()
                .flatMap(defaults -> defaults.sources.stream())
                .flatMap(source -> source.values().entrySet().stream())
                .filter(entry -> ConfigKey.isSource(entry.getKey()))
                .forEach(entry -> named.put(entry.getKey().replaceFirst(".*\\.", ""), entry.getValue()));
        return named;
    }

    /** Returns a line for each setting that was found outside the command line: its name and where it is from. */
    public static List<String> found(CommandSpec command) {
        return of(command).stream()
                .flatMap(defaults -> defaults.sources.stream())
                .flatMap(source -> source.values().keySet().stream()
                        .sorted()
                        .map(key -> key + " is from " + source.origins().apply(key)))
                .toList();
    }

    /** Returns whether an option is on the command line. */
    public static boolean isTyped(CommandSpec command, String option) {
        return rank(command, option) == COMMAND_LINE;
    }

    /** Returns whether an option has its value from the report that is retried, which another user may have written. */
    public static boolean isOfReport(CommandSpec command, String option) {
        return !isTyped(command, option)
                && sources(command, key(command, option))
                        .findFirst()
                        .filter(ConfigSource::isReport)
                        .isPresent();
    }

    /** Returns the value of an option in the environment or the configuration file. */
    public static Optional<String> configured(CommandSpec command, String option) {
        String key = key(command, option);
        return sources(command, key)
                .filter(source -> !source.isReport())
                .findFirst()
                .map(source -> source.values().get(key));
    }

    /** Returns the rank of the place where an option has its value from; a lower rank has precedence. */
    public static int rank(CommandSpec command, String option) {
        return rank(command, command.findOption(option));
    }

    /** Returns the rank of the place where an argument has its value from; a lower rank has precedence. */
    public static int rank(CommandSpec command, ArgSpec arg) {
        if (command.commandLine().getParseResult().matchedArgs().contains(arg)) {
            return COMMAND_LINE;
        }
        String key = ConfigKey.of(arg);
        return of(command)
                .flatMap(defaults -> defaults.sources(key).findFirst().map(defaults.sources::indexOf))
                .orElse(BUILT_IN);
    }
}
