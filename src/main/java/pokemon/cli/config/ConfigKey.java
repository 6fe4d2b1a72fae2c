package pokemon.cli.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The names of settings: {@code connect-timeout}, and {@code mirror.latency} for a subcommand. */
public final class ConfigKey {
    static final String VARIABLE_PREFIX = "POKEMON_";

    /** These are about one call and not about all. */
    private static final Set<String> COMMAND_LINE_ONLY = Set.of("help", "version", "config", "retry-failed");

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

    /** Returns a name as it is written here: {@code Start_ID} is {@code start-id}, behind a byte order mark as well. */
    static String normal(String name) {
        return name.replace("\uFEFF", "").toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the environment variable of a setting, such as {@code POKEMON_MIRROR_LATENCY}. */
    static String variable(String name) {
        return VARIABLE_PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    }

    /** Says of a name why it stands for no setting. */
    static String unknownKeyMessage(String name, Collection<String> names) {
        String own = normal(name.replaceFirst("^" + VARIABLE_PREFIX, "").replaceFirst(".*[.]", ""));
        if (COMMAND_LINE_ONLY.contains(own)) {
            return " belongs on the command line and nowhere else";
        }
        String nearest = nearest(name, names);
        // Further away it is another word.
        return distance(name, nearest) <= Math.max(1, own.length() / 2)
                ? " is no setting; did you mean '" + nearest + "'?"
                : " is no setting; settings are named like the options without --";
    }

    /** Returns the names of all settings of a command and its subcommands. */
    public static Set<String> all(CommandSpec command) {
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

    /** Returns the name that takes the fewest changes of a letter to make of another one (Levenshtein, 1965). */
    private static String nearest(String name, Collection<String> names) {
        return names.stream()
                .min((a, b) -> Integer.compare(distance(name, a), distance(name, b)))
                .orElseThrow();
    }

    private static int distance(String from, String to) {
        int[] row = IntStream.rangeClosed(0, to.length()).toArray();
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
