package pokemon.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import pokemon.cli.config.Suggestion;

/** What to type instead of words that make no sense, as the end of a message. */
final class UsageHints {
    private static final Pattern JOINED = Pattern.compile("(?i)([tp])([0-9]+|auto)");
    private static final String RANGE = "[0-9]+(-|\\.\\.)[0-9]+";

    /** What other programs call our arguments. */
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("threads", "T and -j N, such as: pokemon 1-898 T -j 8"),
            Map.entry("processes", "P and -j N, such as: pokemon 1-898 P -j 8"),
            Map.entry("workers", "-j N"),
            Map.entry("jobs", "-j N"),
            Map.entry("parallel", "-j N"),
            Map.entry("concurrency", "-j N"),
            Map.entry("output", "-o DIR"),
            Map.entry("out", "-o DIR"),
            Map.entry("out-dir", "-o DIR"),
            Map.entry("directory", "-o DIR"),
            Map.entry("range", "a range as the first argument, such as 1-898"),
            Map.entry("url", "--source URL"),
            Map.entry("retries", "--attempts N"),
            Map.entry("retry", "--attempts N"));

    private UsageHints() {}

    /** Returns what an option that does not exist was to be. */
    static String unknownOption(CommandSpec command, String option) {
        String name = option.replaceFirst("^-+", "").replaceFirst("=.*", "").toLowerCase(Locale.ROOT);
        if (command.parent() == null && OTHER_NAMES.containsKey(name)) {
            return "; try " + OTHER_NAMES.get(name);
        }
        List<String> known = command.optionsMap().keySet().stream()
                .filter(each -> each.startsWith("--"))
                .sorted()
                .toList();
        return asked(Suggestion.nearest("--" + name, known));
    }

    /** Returns what the value of a positional argument was to be. */
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

    /** Returns which subcommand a word was to be. */
    static String command(CommandSpec command, String word) {
        List<String> names = new ArrayList<>(command.subcommands().keySet());
        if (command.parent() == null) {
            names.addAll(List.of("--version", "--help"));
        }
        return asked(Suggestion.nearest(word.toLowerCase(Locale.ROOT), names));
    }

    /** Returns which of some values a word was to be. */
    static String value(String word, List<String> values) {
        return asked(Suggestion.nearest(word.toLowerCase(Locale.ROOT), values));
    }

    private static String asked(Optional<String> nearest) {
        return nearest.map(name -> "; did you mean '" + name + "'?").orElse("");
    }
}
