package pokemon.cli.manual;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import pokemon.report.PreviousRun;

/** The words that shells offer after a command: one model for all shells. */
record Completion(String path, List<Choice> subcommands, List<Option> options, List<Values> positionals) {
    /** A word, and the first words of its description without a full stop. */
    record Choice(String word, String about) {}

    /** An option, and whether a value follows it. */
    record Option(List<String> names, String about, boolean takesValue, Values values) {}

    /** Names of files that are offered as a value. */
    enum Files {
        NONE,
        ALL,
        DIRECTORIES
    }

    /** The values of an argument: some words, and names of files. */
    record Values(List<String> words, Files files) {}

    /** Returns the models of a command and all its subcommands. */
    static List<Completion> of(CommandLine command) {
        List<Completion> models = new ArrayList<>();
        gather(command.getCommandSpec(), models);
        return models;
    }

    private static void gather(CommandSpec command, List<Completion> models) {
        List<Choice> subcommands = command.subcommands().values().stream()
                .map(sub -> new Choice(
                        sub.getCommandName(),
                        about(sub.getCommandSpec().usageMessage().description())))
                .toList();
        models.add(new Completion(
                command.qualifiedName(),
                subcommands,
                command.options().stream().map(Completion::option).toList(),
                command.positionalParameters().stream().map(Completion::values).toList()));
        command.subcommands().values().forEach(sub -> gather(sub.getCommandSpec(), models));
    }

    /** Returns each command with each of its subcommands, such as {@code 'pokemon stats'}. */
    static String allSubcommands(List<Completion> commands, String separator) {
        return commands.stream()
                .flatMap(command -> command.subcommands.stream().map(sub -> command.path + " " + sub.word))
                .collect(Collectors.joining("'" + separator + "'", "'", "'"));
    }

    /** Returns each command with each of its options that take a value, such as {@code 'pokemon --json'}. */
    static String allTakers(List<Completion> commands, String separator) {
        return commands.stream()
                .flatMap(command -> command.options.stream()
                        .filter(Option::takesValue)
                        .flatMap(option -> option.names.stream().map(name -> command.path + " " + name)))
                .collect(Collectors.joining("'" + separator + "'", "'", "'"));
    }

    private static Option option(OptionSpec option) {
        return new Option(
                List.of(option.names()),
                about(option.description()),
                option.arity().max() > 0 && option.fallbackValue().isEmpty(),
                values(option));
    }

    private static Values values(ArgSpec argument) {
        Class<?> type = argument.typeInfo().isCollection() ? argument.auxiliaryTypes()[0] : argument.type();
        Files files = Set.of("DIR", "SOURCE", "out_dir").contains(argument.paramLabel())
                ? Files.DIRECTORIES
                : type == Path.class || type == PreviousRun.class ? Files.ALL : Files.NONE;
        return new Values(words(argument, type), files);
    }

    private static List<String> words(ArgSpec argument, Class<?> type) {
        if (argument instanceof PositionalParamSpec positional
                && positional.command().name().equals("help")) {
            return List.copyOf(positional.command().parent().subcommands().keySet());
        }
        if (type.isEnum() && argument.converters().length == 0) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .toList();
        }
        List<String> words = new ArrayList<>();
        Optional.ofNullable(argument.completionCandidates()).ifPresent(all -> all.forEach(words::add));
        return words;
    }

    private static String about(String... description) {
        return description.length == 0
                ? ""
                : description[0].replaceFirst("[.:,]( .*)?$", "").replace("'", "");
    }
}
