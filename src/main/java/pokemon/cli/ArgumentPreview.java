package pokemon.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import pokemon.cli.option.IdOptions;
import pokemon.cli.value.Converters;

/**
 * The first pass over the command line. It finds what decides how the second pass parses. The second pass reports
 * errors.
 */
record ArgumentPreview(ParseResult words) {
    static final String CONFIG = "--config";

    private static final String HELP = "--help";

    static ArgumentPreview of(String... args) {
        CommandSpec spec = CommandSpec.create()
                .addOption(OptionSpec.builder(HELP, "-h", "--version", "-V").build());
        for (String name : List.of(CONFIG, IdOptions.RETRY_FAILED, IdOptions.IDS, Converters.RawArgument.OPTION)) {
            spec.addOption(OptionSpec.builder(name).type(String.class).build());
        }
        spec.parser()
                .collectErrors(true)
                .unmatchedArgumentsAllowed(true)
                .overwrittenOptionsAllowed(true)
                // The argument of --jvm-arg may look like an option of ours.
                .allowOptionsAsOptionParameters(true);
        return new ArgumentPreview(new CommandLine(spec).setExpandAtFiles(false).parseArgs(args));
    }

    private Optional<String> value(String option) {
        return Optional.ofNullable(words.matchedOptionValue(option, null));
    }

    private String first() {
        return words.unmatched().isEmpty() ? "" : words.unmatched().get(0);
    }

    /** Returns whether help or the version is asked for, which must work even when the configuration is broken. */
    boolean asksForHelp() {
        return words.hasMatchedOption(HELP) || isHelpCommand();
    }

    /** Returns whether the first word is that of the subcommand that prints help. */
    boolean isHelpCommand() {
        return first().equals("help");
    }

    Optional<String> config() {
        return value(CONFIG);
    }

    /** Returns the file with the report of the run to finish. */
    Optional<String> reportToRetry() {
        return value(IdOptions.RETRY_FAILED);
    }

    /** Returns whether the ids are named one by one instead of by the first and the last. */
    boolean choosesIds() {
        return value(IdOptions.IDS).isPresent() || reportToRetry().isPresent();
    }
}
