package pokemon.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pokemon.cli.option.Converters;
import pokemon.cli.option.IdOptions;

/**
 * What must be known of the words of a command line before they can be read as a whole. Mistakes in them are left to
 * the reading that follows.
 *
 * <p>Plain comparing: a second reading by picocli would take a tenth of the start of a download.
 */
public final class ArgumentPreview {
    static final String CONFIG = "--config";

    private static final Set<String> WITH_VALUE = Set.of(CONFIG, IdOptions.IDS, IdOptions.RETRY_FAILED);
    private static final Set<String> HELP = Set.of("-h", "--help", "-V", "--version");

    private final Map<String, String> values = new HashMap<>();
    private boolean help;
    private String first = "";

    private ArgumentPreview() {}

    static ArgumentPreview at(String... words) {
        ArgumentPreview look = new ArgumentPreview();
        Deque<String> left = new ArrayDeque<>(List.of(words));
        while (!left.isEmpty()) {
            look.at(left.pop(), left);
        }
        return look;
    }

    private void at(String word, Deque<String> left) {
        int end = word.startsWith("--") ? word.indexOf('=') : -1;
        String name = end < 0 ? word : word.substring(0, end);
        if (WITH_VALUE.contains(name)) {
            String value = end < 0 ? left.poll() : word.substring(end + 1);
            if (value != null) {
                values.put(name, value);
            }
        } else if (word.equals(Converters.RawArgument.OPTION)) {
            // Its word may look like any other option.
            left.poll();
        } else if (HELP.contains(word)) {
            help = true;
        } else if (first.isEmpty()) {
            first = word;
        }
    }

    /** Returns whether nothing but help or the version is wanted, which nothing may stand in the way of. */
    boolean asksForHelp() {
        return help || first.equals("help");
    }

    /** Returns whether the first word is that of the subcommand that prints help. */
    boolean isHelpCommand() {
        return first.equals("help");
    }

    /** Returns whether the first word is a number, as that of a range is and no subcommand. */
    boolean startsWithNumber() {
        return !first.isEmpty() && Character.isDigit(first.charAt(0));
    }

    /** Returns the file of settings. */
    public Optional<String> config() {
        return Optional.ofNullable(values.get(CONFIG));
    }

    /** Returns the file that tells of the run to finish. */
    public Optional<String> reportToRetry() {
        return Optional.ofNullable(values.get(IdOptions.RETRY_FAILED));
    }

    /** Returns whether the ids are named one by one instead of by the first and the last. */
    boolean choosesIds() {
        return values.containsKey(IdOptions.IDS) || values.containsKey(IdOptions.RETRY_FAILED);
    }
}
