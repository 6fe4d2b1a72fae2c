package pokemon.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The form of the help: examples first, and the many options of a download in groups. */
final class HelpLayout {
    private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("Which images", List.of("-o", "-j", "--ids", "--retry-failed", "--shard", "--resume", "--update"));
        GROUPS.put(
                "Source",
                List.of(
                        "--source",
                        "--dir",
                        "--latency",
                        "--jitter",
                        "--bandwidth",
                        "--fault",
                        "--seed",
                        "--header",
                        "--user-agent",
                        "--ca-certificate"));
        GROUPS.put(
                "Pace and retries",
                List.of(
                        "--rate",
                        "--limit-rate",
                        "--attempts",
                        "--timeout",
                        "--connect-timeout",
                        "--give-up-after",
                        "--deadline",
                        "--keep-going"));
        GROUPS.put(
                "Output",
                List.of(
                        "--progress",
                        "--quiet",
                        "--verbose",
                        "--json",
                        "--jsonl",
                        "--trace",
                        "--log-file",
                        "--dry-run",
                        "--no-mtime",
                        "--config",
                        "--help",
                        "--version"));
        GROUPS.put(
                "For experts",
                List.of("--reencode", "--checks", "--max-bytes", "--max-pixels", "--schedule", "--start", "--jvm-arg"));
    }

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
        command.getCommandSpec()
                .usageMessage()
                .parameterListHeading(
                        command.getCommandSpec().positionalParameters().isEmpty() ? "" : "%nArguments:%n")
                .optionListHeading(options)
                .commandListHeading("%nCommands:%n");
        command.getSubcommands().values().forEach(subcommand -> head(subcommand, "%nOptions:%n"));
    }

    /** Returns the names of options that are in a group. */
    static Set<String> grouped() {
        Set<String> names = new TreeSet<>();
        GROUPS.values().forEach(names::addAll);
        return names;
    }

    private static String options(CommandLine.Help help) {
        StringBuilder text = new StringBuilder();
        GROUPS.forEach((heading, names) -> {
            List<OptionSpec> options = names.stream()
                    .map(name -> help.commandSpec().findOption(name))
                    .toList();
            CommandLine.Help.Layout layout = help.createDefaultLayout();
            layout.addOptions(options, help.parameterLabelRenderer());
            text.append(System.lineSeparator())
                    .append(heading)
                    .append(':')
                    .append(System.lineSeparator())
                    .append(layout);
        });
        return text.toString();
    }
}
