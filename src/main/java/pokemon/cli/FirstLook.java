package pokemon.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * What must be known of the words of a command line before they can be read as a whole. Mistakes in them are left to
 * the reading that follows.
 */
final class FirstLook {
    static final String CONFIG = "--config";

    private final ParseResult parsed;

    private FirstLook(ParseResult parsed) {
        this.parsed = parsed;
    }

    static FirstLook at(String... words) {
        CommandSpec spec = CommandSpec.create()
                .addOption(flag("-h", "--help"))
                .addOption(flag("-V", "--version"))
                .addOption(text(CONFIG))
                .addOption(text(IdOptions.IDS))
                .addOption(text(IdOptions.RETRY_FAILED))
                // Its word may look like any other option.
                .addOption(OptionSpec.builder(Converters.Verbatim.OPTION)
                        .type(List.class)
                        .parameterConsumer(new Converters.Verbatim())
                        .initialValue(new ArrayList<>())
                        .build());
        spec.parser().unmatchedArgumentsAllowed(true).collectErrors(true);
        return new FirstLook(new CommandLine(spec).setExpandAtFiles(false).parseArgs(words));
    }

    private static OptionSpec flag(String... names) {
        return OptionSpec.builder(names).type(boolean.class).build();
    }

    private static OptionSpec text(String name) {
        return OptionSpec.builder(name).type(String.class).build();
    }

    /** Returns whether nothing but help or the version is wanted, which nothing may stand in the way of. */
    boolean asksForHelp() {
        return parsed.hasMatchedOption("--help")
                || parsed.hasMatchedOption("--version")
                || parsed.unmatched().stream()
                        .findFirst()
                        .filter("help"::equals)
                        .isPresent();
    }

    /** Returns whether the first word is a number, as that of a range is and no subcommand. */
    boolean startsWithNumber() {
        return parsed.unmatched().stream()
                .findFirst()
                .filter(word -> !word.isEmpty() && Character.isDigit(word.charAt(0)))
                .isPresent();
    }

    /** Returns the file of settings. */
    Optional<String> config() {
        return Optional.ofNullable(parsed.matchedOptionValue(CONFIG, null));
    }

    /** Returns the file that tells of the run to finish. */
    Optional<String> reportToRetry() {
        return Optional.ofNullable(parsed.matchedOptionValue(IdOptions.RETRY_FAILED, null));
    }

    /** Returns whether the ids are named one by one instead of by the first and the last. */
    boolean choosesIds() {
        return parsed.hasMatchedOption(IdOptions.IDS) || parsed.hasMatchedOption(IdOptions.RETRY_FAILED);
    }
}
