package pokemon.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import pokemon.cli.config.Suggestion;

/** Suggests what to type instead of mistaken words, as the end of a message. */
final class UsageHints {
    private static final Pattern JOINED = Pattern.compile("(?i)([tp])([0-9]+|auto)");
    private static final String RANGE = "[0-9]+(-|\\.\\.)[0-9]+";

    private UsageHints() {}

    /** Returns the likely meaning of an unknown option. */
    static String unknownOption(CommandSpec command, String option) {
        String name = option.replaceFirst("^-+", "").replaceFirst("=.*", "").toLowerCase(Locale.ROOT);
        String ours = command.parent() == null ? ours(name) : "";
        if (!ours.isEmpty()) {
            return "; try " + ours;
        }
        List<String> known = command.optionsMap().keySet().stream()
                .filter(each -> each.startsWith("--"))
                .sorted()
                .toList();
        return asked(Suggestion.nearest("--" + name, known));
    }

    /** Returns the name that an option of another program has here. */
    private static String ours(String name) {
        return switch (name) {
            case "threads" -> "T and -j N, such as: pokemon 1-898 T -j 8";
            case "processes" -> "P and -j N, such as: pokemon 1-898 P -j 8";
            case "workers", "jobs", "parallel", "concurrency" -> "-j N";
            case "output", "out", "out-dir", "directory" -> "-o DIR";
            case "range" -> "a range as the first argument, such as 1-898";
            case "url" -> "--source URL";
            case "retries", "retry" -> "--attempts N";
            default -> "";
        };
    }

    /** Returns the likely meaning of the value of a positional argument. */
    static String positional(CommandSpec command, String argument, String value) {
        Matcher joined = JOINED.matcher(value);
        return switch (argument) {
            case "start_id" -> command(command, value);
            case "stop_id" ->
                value.matches(RANGE)
                        ? "; a range is the first argument: pokemon " + value
                        : joined.matches() || value.matches("(?i)[tp]")
                                ? "; both ids come before it, such as: pokemon 1 898 " + spaced(value)
                                : "";
            case "tp" ->
                joined.matches()
                        ? "; did you mean '" + spaced(value) + "'?"
                        : value.matches("[0-9]+") ? "; the letter comes before the number: T " + value : "";
            default -> "";
        };
    }

    private static String spaced(String value) {
        return JOINED.matcher(value).replaceFirst("$1 $2");
    }

    /** Returns the subcommand that a word probably means. */
    static String command(CommandSpec command, String word) {
        List<String> names = new ArrayList<>(command.subcommands().keySet());
        if (command.parent() == null) {
            names.addAll(List.of("--version", "--help"));
        }
        return asked(Suggestion.nearest(word.toLowerCase(Locale.ROOT), names));
    }

    /** Returns the value that a word probably means. */
    static String value(String word, List<String> values) {
        return asked(Suggestion.nearest(word.toLowerCase(Locale.ROOT), values));
    }

    private static String asked(Optional<String> nearest) {
        return nearest.map(name -> "; did you mean '" + name + "'?").orElse("");
    }
}
