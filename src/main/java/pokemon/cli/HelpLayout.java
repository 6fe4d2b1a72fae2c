package pokemon.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The form of the help: examples first, and the many options of a download in groups. */
final class HelpLayout {
    /** A group of options per line, after its heading. */
    static final String GROUPS = """
            Which images: -o -j --ids --retry-failed --shard --resume --update
            Source: --source --header --user-agent --ca-certificate
            Built-in mirror: --dir --latency --jitter --bandwidth --fault --seed
            Pace and retries: --rate --limit-rate --attempts --timeout --connect-timeout --give-up-after --deadline \
            --keep-going
            Output: --progress --quiet --verbose --json --jsonl --trace --log-file --dry-run --no-mtime --config \
            --help --version
            For experts: --reencode --checks --max-bytes --max-pixels --schedule --start --jvm-arg
            """;

    private HelpLayout() {}

    /** Gives a command and its subcommands this form. */
    static void apply(CommandLine command) {
        head(command, "");
        List<String> sections = new ArrayList<>(command.getHelpSectionKeys());
        List<String> examples =
                List.of(UsageMessageSpec.SECTION_KEY_FOOTER_HEADING, UsageMessageSpec.SECTION_KEY_FOOTER);
        sections.removeAll(examples);
        sections.addAll(sections.indexOf(UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING), examples);
        command.setHelpSectionKeys(sections);
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpLayout::options);
    }

    private static void head(CommandLine command, String options) {
        boolean hasArguments = !command.getCommandSpec().positionalParameters().isEmpty();
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        usage.parameterListHeading(hasArguments ? "%nArguments:%n" : "").optionListHeading(options);
        usage.commandListHeading("%nCommands:%n");
        command.getSubcommands().values().forEach(subcommand -> head(subcommand, "%nOptions:%n"));
    }

    private static String options(CommandLine.Help help) {
        StringBuilder text = new StringBuilder();
        GROUPS.lines().forEach(group -> {
            String[] parts = group.split(": ", 2);
            List<OptionSpec> options = new ArrayList<>();
            for (String name : parts[1].split(" ", -1)) {
                options.add(help.commandSpec().findOption(name));
            }
            CommandLine.Help.Layout layout = help.createDefaultLayout();
            layout.addOptions(options, help.parameterLabelRenderer());
            text.append(String.format("%n%s:%n%s", parts[0], layout));
        });
        return text.toString();
    }
}
