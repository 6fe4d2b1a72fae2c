package pokemon.cli.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The keys of the configuration: {@code connect-timeout}, and {@code mirror.latency} for a subcommand. */
public final class ConfigKey {
    /** The environment variable that names the configuration file. */
    public static final String FILE_VARIABLE = "POKEMON_CONFIG";

    static final String VARIABLE_PREFIX = "POKEMON_";

    /** Options for a single call, which have no default. */
    private static final Set<String> COMMAND_LINE_ONLY =
            Set.of("help", "version", "config", "retry-failed", "o", "j", "shard");

    private ConfigKey() {}

    static String of(ArgSpec arg) {
        return prefix(arg.command()) + own(arg);
    }

    private static String own(ArgSpec arg) {
        return arg.isOption() ? ((OptionSpec) arg).longestName().replaceFirst("^-+", "") : normal(arg.paramLabel());
    }

    private static String prefix(CommandSpec command) {
        return command.parent() == null ? "" : prefix(command.parent()) + command.name() + ".";
    }

    /** Returns the key for a name: {@code start-id} for {@code Start_ID}, behind a byte order mark, too. */
    static String normal(String name) {
        return name.replace("\uFEFF", "").toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns whether a key of the settings file gives a name to a source, such as {@code source.mine}. */
    static boolean isSource(String key) {
        return key.matches("source\\.[a-z0-9-]+");
    }

    /** Returns whether the value of a key holds one value per line. */
    static boolean hasLines(String key) {
        return key.equals("header") || key.equals("jvm-arg");
    }

    /** Returns the environment variable of a key, such as {@code POKEMON_MIRROR_LATENCY}. */
    static String variable(String key) {
        return VARIABLE_PREFIX + key.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    }

    /** Returns the end of a message that begins with an unknown name. */
    static String unknownKeyMessage(String name, Collection<String> names) {
        String own = normal(name.replaceFirst("^" + VARIABLE_PREFIX, "").replaceFirst(".*[.]", ""));
        if (COMMAND_LINE_ONLY.contains(own)) {
            return " works on the command line only";
        }
        return " is no setting; "
                + Suggestion.nearest(name, names, own.length())
                        .map(nearest -> "did you mean '" + nearest + "'?")
                        .orElse("settings are named like the options without --");
    }

    /** Returns the keys of a command and its subcommands. */
    static Set<String> all(CommandSpec command) {
        Set<String> names = new TreeSet<>();
        for (ArgSpec arg : command.args()) {
            if (!COMMAND_LINE_ONLY.contains(own(arg))) {
                names.add(of(arg));
            }
        }
        for (CommandLine subcommand : command.subcommands().values()) {
            if (!(subcommand.getCommand() instanceof HelpCommand)) {
                names.addAll(all(subcommand.getCommandSpec()));
            }
        }
        return names;
    }
}
