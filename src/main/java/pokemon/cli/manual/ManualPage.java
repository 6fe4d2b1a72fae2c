package pokemon.cli.manual;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The page of one command for man(1), written in the macros of man(7) from the description of the command. */
final class ManualPage {
    private final CommandLine command;
    private final CommandSpec spec;
    private final UsageMessageSpec usage;
    private final StringBuilder page = new StringBuilder();

    private ManualPage(CommandLine command) {
        this.command = command;
        spec = command.getCommandSpec();
        usage = spec.usageMessage();
    }

    /** Returns the name of a command's page, such as {@code pokemon-stats}. */
    static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName("-");
    }

    /** Returns the text of a command's page, given its date and the meanings of environment variables. */
    static String text(CommandLine command, String date, Map<String, String> environment) {
        return new ManualPage(command).write(date, environment);
    }

    private String write(String date, Map<String, String> environment) {
        String version = String.join(" ", spec.root().version());
        line(".TH " + escaped(name(command)).toUpperCase(Locale.ROOT) + " 1 " + date + " \"" + version + "\" "
                + escaped(spec.root().name()));
        line(".nh");
        line(".ad l");
        String description = plain(usage.description());
        section("Name");
        line(escaped(name(command)) + " \\- " + escaped(firstSentence(description)));
        section("Synopsis");
        synopsis();
        section("Description");
        line(escaped(description));
        arguments();
        options();
        commands();
        exitCodes();
        footer();
        if (spec.parent() == null) {
            section("Environment");
            environment.forEach(this::entry);
        }
        seeAlso();
        return page.toString();
    }

    private void synopsis() {
        String[] lines = usage.customSynopsis();
        if (lines.length == 0) {
            usage.autoWidth(false).width(1000);
            lines = new String[] {
                command.getHelp().detailedSynopsis(0, Help.createShortOptionArityAndNameComparator(), true)
            };
        }
        String start = spec.qualifiedName();
        for (String text : lines) {
            String rest = text.strip().substring(start.length());
            line(".HP");
            line("\\fB" + escaped(start) + "\\fR" + escaped(rest.stripTrailing()));
        }
    }

    private void arguments() {
        List<PositionalParamSpec> arguments = spec.positionalParameters().stream()
                .filter(arg -> !arg.hidden())
                .toList();
        if (!arguments.isEmpty()) {
            section("Arguments");
            arguments.forEach(
                    argument -> item("\\fI" + escaped(argument.paramLabel()) + "\\fR", plain(argument.description())));
        }
    }

    private void options() {
        section("Options");
        spec.options().stream().filter(option -> option.group() == null).forEach(this::option);
        Deque<ArgGroupSpec> groups = new ArrayDeque<>(spec.argGroups());
        while (!groups.isEmpty()) {
            ArgGroupSpec group = groups.remove();
            if (group.heading() != null) {
                line(".SS " + escaped(heading(group.heading())));
            }
            group.options().forEach(this::option);
            groups.addAll(group.subgroups());
        }
    }

    private void option(OptionSpec option) {
        if (!option.hidden()) {
            List<String> names = Arrays.stream(option.names())
                    .map(name -> "\\fB" + escaped(name) + "\\fR")
                    .toList();
            String label = command.getHelp()
                    .parameterLabelRenderer()
                    .renderParameterLabel(option, Ansi.OFF, List.of())
                    .toString();
            item(String.join(", ", names) + placeholders(label), plain(option.description()));
        }
    }

    /** Sets the words of a label in italics, and not the signs between them. */
    private static String placeholders(String label) {
        return Arrays.stream(label.split("\\b"))
                .map(part -> part.matches("\\w+") ? "\\fI" + part + "\\fR" : escaped(part))
                .collect(Collectors.joining());
    }

    private void commands() {
        List<CommandLine> subcommands = subcommands();
        if (!subcommands.isEmpty()) {
            section("Commands");
            subcommands.forEach(sub -> item(reference(sub), plain(usage(sub).description())));
        }
    }

    private void exitCodes() {
        section("Exit status");
        Map<String, String> codes = usage.exitCodeList();
        if (codes.isEmpty()) {
            line("See " + reference(spec.root().commandLine()) + ".");
        }
        codes.forEach(this::entry);
    }

    private void footer() {
        if (usage.footer().length > 0) {
            section(usage.footerHeading().isBlank() ? "Notes" : heading(usage.footerHeading()));
            line(".nf");
            String text = Ansi.OFF.string(String.format(String.join("%n", usage.footer())));
            line(escaped(text.stripIndent().stripTrailing()));
            line(".fi");
        }
    }

    private void seeAlso() {
        List<String> others = new ArrayList<>();
        for (CommandSpec above = spec.parent(); above != null; above = above.parent()) {
            others.add(0, reference(above.commandLine()));
        }
        subcommands().forEach(subcommand -> others.add(reference(subcommand)));
        section("See also");
        line(String.join(", ", others));
    }

    private List<CommandLine> subcommands() {
        return command.getSubcommands().values().stream()
                .filter(subcommand -> !usage(subcommand).hidden())
                .toList();
    }

    private static UsageMessageSpec usage(CommandLine command) {
        return command.getCommandSpec().usageMessage();
    }

    private static String reference(CommandLine command) {
        return "\\fB" + escaped(name(command)) + "\\fR(1)";
    }

    private void section(String title) {
        line(".SH " + title.toUpperCase(Locale.ROOT));
    }

    private void entry(String tag, String text) {
        item("\\fB" + escaped(tag) + "\\fR", plain(text));
    }

    private void item(String tag, String text) {
        line(".TP");
        line(tag);
        line(escaped(text));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    /** Lines of a description are broken for a terminal; on a page they flow. */
    private static String plain(String... lines) {
        return Ansi.OFF.string(String.format(String.join(" ", lines))).strip().replaceAll("\\s+", " ");
    }

    private static String heading(String text) {
        return plain(text).replaceFirst(":$", "");
    }

    private static String firstSentence(String text) {
        String sentence = text.replaceFirst("[.:]( .*)?$", "");
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    /** Keeps text from being read as requests; what is not ASCII would depend on how man(1) guesses the encoding. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '\\' -> escaped.append("\\e");
                case '-' -> escaped.append("\\-");
                case '\'' -> escaped.append("\\(aq");
                case '~' -> escaped.append("\\(ti");
                case '^' -> escaped.append("\\(ha");
                case '`' -> escaped.append("\\(ga");
                default -> escaped.append(point < 128 ? Character.toString(point) : String.format("\\[u%04X]", point));
            }
        });
        return escaped.toString().replaceAll("(?m)^\\.", "\\\\&.");
    }
}
