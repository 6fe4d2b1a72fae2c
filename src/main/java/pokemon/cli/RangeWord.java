package pokemon.cli;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** A range such as {@code 1-898} or {@code 1..898} as the first argument, which stands for start_id and stop_id. */
final class RangeWord {
    private static final Pattern RANGE = Pattern.compile("([0-9]+)(?:-|\\.\\.)([0-9]+)");

    private RangeWord() {}

    /** Puts two ids in the place of such a range; throws a {@link ParameterException} when the higher comes first. */
    static String[] expand(CommandLine command, String... arguments) {
        int first = firstPositional(command, arguments);
        Matcher range = RANGE.matcher(word(first, arguments));
        if (!range.matches()) {
            return arguments;
        }
        if (new BigInteger(range.group(2)).compareTo(new BigInteger(range.group(1))) < 0) {
            throw new ParameterException(
                    command,
                    "'" + range.group() + "': the lower id comes first: " + range.group(2) + "-" + range.group(1));
        }
        List<String> expanded = new ArrayList<>(List.of(arguments));
        expanded.set(first, range.group(1));
        expanded.add(first + 1, range.group(2));
        return expanded.toArray(String[]::new);
    }

    /** Returns whether the arguments may begin with a range or an id, so that they name no subcommand. */
    static boolean mayBegin(CommandLine command, String... arguments) {
        String first = word(firstPositional(command, arguments), arguments);
        return first.isEmpty() || Character.isDigit(first.charAt(0));
    }

    private static String word(int index, String... arguments) {
        return index < arguments.length ? arguments[index] : "";
    }

    private static int firstPositional(CommandLine command, String... arguments) {
        int i = 0;
        while (i < arguments.length && arguments[i].startsWith("-") && !arguments[i].equals("--")) {
            OptionSpec option = command.getCommandSpec().findOption(arguments[i]);
            i += option != null && option.arity().min() > 0 ? 2 : 1;
        }
        return i < arguments.length && arguments[i].equals("--") ? i + 1 : i;
    }
}
