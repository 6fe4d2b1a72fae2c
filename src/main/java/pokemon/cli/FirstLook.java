package pokemon.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * What must be known of the words of a command line before they can be read as a whole. Mistakes in them are left to
 * the reading that follows.
 */
final class FirstLook {
    private final ParseResult parsed;

    private FirstLook(ParseResult parsed) {
        this.parsed = parsed;
    }

    static FirstLook at(String... words) {
        CommandSpec spec = CommandSpec.create()
                .addOption(text(IdOptions.IDS))
                // Its word may look like any other option.
                .addOption(OptionSpec.builder(Converters.Verbatim.OPTION)
                        .type(List.class)
                        .parameterConsumer(new Converters.Verbatim())
                        .initialValue(new ArrayList<>())
                        .build());
        spec.parser().unmatchedArgumentsAllowed(true).collectErrors(true);
        return new FirstLook(new CommandLine(spec).setExpandAtFiles(false).parseArgs(words));
    }

    private static OptionSpec text(String name) {
        return OptionSpec.builder(name).type(String.class).build();
    }

    /** Returns whether the ids are named one by one instead of by the first and the last. */
    boolean choosesIds() {
        return parsed.hasMatchedOption(IdOptions.IDS);
    }
}
