package pokemon.cli.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import pokemon.cli.PokemonCli;
import pokemon.cli.process.ExitCode;
import pokemon.launch.Invocation;
import pokemon.launch.Listing;
import pokemon.launch.ToolProcess;

/** The installed manual pages and completion agree with the program. */
final class CommandLineDocumentsIT {
    private static final Path HOME =
            Path.of(System.getProperty("pokemon.launcher")).getParent().getParent();
    private static final Path PAGES = HOME.resolve("man/man1");
    private static final Path COMPLETIONS = HOME.resolve("completions");

    private static final String OPTION_LINE = "^ +(?:-., )?(--[a-z-]+)";

    @TempDir
    private Path temporary;

    @Test
    void eachCommandHasAPage() throws IOException {
        assertEquals(
                commands().stream()
                        .map(words -> String.join("-", words) + ".1")
                        .sorted()
                        .toList(),
                Listing.names(PAGES));
    }

    @Test
    void eachPageNamesTheOptionsOfItsHelpAndNoOther() throws IOException {
        for (List<String> words : commands()) {
            Set<String> helped = found(OPTION_LINE, help(words));
            Set<String> written = found("^(?:-., )?(--[a-z-]+)", page(words).replaceAll("\\\\f[BIR]", ""));
            assertTrue(helped.contains("--help"), words::toString);
            assertEquals(helped, written, words::toString);
        }
    }

    @Test
    void eachPageHasItsSections() throws IOException {
        for (List<String> words : commands()) {
            Set<String> sections = found("^\\.SH (.+)", page(words));
            assertTrue(
                    sections.containsAll(
                            Set.of("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "SEE ALSO")),
                    () -> words + " " + sections);
        }
        assertTrue(found("^\\.SH (.+)", page(List.of("pokemon")))
                .containsAll(Set.of("ARGUMENTS", "COMMANDS", "EXAMPLES", "ENVIRONMENT")));
    }

    @Test
    void noPageHoldsAnEscapeThatManDoesNotKnow() throws IOException {
        for (List<String> words : commands()) {
            String page = page(words);
            assertEquals(
                    Set.of(),
                    found(
                            "(\\\\.{1,6})",
                            page.replaceAll("\\\\(?:f[BIR]|[e&]|\\((?:aq|ti|ha|ga)|\\[u[0-9A-F]{4,6}])", "")),
                    words::toString);
        }
    }

    @Test
    void thePageOfTheProgramExplainsTheVariablesThatTheHelpNames() throws IOException {
        Set<String> named = found("\\$([A-Za-z_]+)", help(List.of("pokemon")));
        String page = page(List.of("pokemon"));
        String environment = page.substring(page.indexOf(".SH ENVIRONMENT"));
        assertTrue(named.contains("POKEMON_CONFIG"), named::toString);
        named.forEach(name -> assertTrue(environment.contains(name), name));
    }

    /** How a shell is asked what it offers after some words; it prints a word a line. */
    private enum Shell {
        BASH("source \"$0/pokemon.bash\"; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _complete_pokemon; "
                + "printf '%s\\n' \"${COMPREPLY[@]}\""),
        ZSH("compadd() { shift; print -l -- \"$@\" }; _describe() { print -l -- ${described%%:*} }; "
                + "_files() { print -l FILES }; _path_files() { print -l DIRECTORIES }; compset() { true }; "
                + "words=(\"$@\"); CURRENT=$#; source \"$0/_pokemon\""),
        FISH(
                "source $argv[1]/pokemon.fish; complete -C (string join ' ' -- $argv[2..-1]) | string replace -r '\\t.*' ''");

        private final String script;

        Shell(String script) {
            this.script = script;
        }

        String program() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static boolean isInstalled(Shell shell) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, shell.program())));
    }

    @ParameterizedTest
    @EnumSource(Shell.class)
    void shellsOfferCommandsOptionsAndValues(Shell shell) throws Exception {
        assumeTrue(isInstalled(shell));
        Map<String, CommandLine> subcommands = PokemonCli.commandLine().getSubcommands();
        assertTrue(completed(shell, "pokemon", "").containsAll(subcommands.keySet()));
        assertTrue(
                completed(shell, "pokemon", "1", "8", "--").containsAll(found(OPTION_LINE, help(List.of("pokemon")))));
        assertTrue(completed(shell, "pokemon", "stats", "--r").contains("--range"));
        assertEquals(List.of("dynamic", "static"), completed(shell, "pokemon", "--schedule", ""));
        assertEquals(List.of("P", "T"), completed(shell, "pokemon", "--rate", "5", "1", "8", ""));
        assertEquals(List.of("auto"), completed(shell, "pokemon", "1", "8", "T", ""));
        assertTrue(completed(shell, "pokemon", "--source", "").containsAll(List.of("web", "pokeapi", "embedded")));
        assertEquals(List.of("P", "T"), completed(shell, "pokemon", "experiment", "speed", "--modes", ""));
        assertEquals(List.of("compare", "load", "race", "speed"), completed(shell, "pokemon", "experiment", ""));
    }

    @Test
    void everyOfferedValueIsAccepted() {
        for (Completion command : Completion.of(PokemonCli.commandLine())) {
            for (Completion.Option option : command.options()) {
                for (String value : option.values().words()) {
                    List<String> words = new ArrayList<>(List.of(command.path().split(" ", -1)));
                    String name = option.names().get(option.names().size() - 1);
                    words.add(name.startsWith("--") ? name + "=" + value : name + value);
                    words.add("--no-such-option=1");
                    Invocation run = Invocation.of(
                                    words.subList(1, words.size()).toArray(String[]::new))
                            .assertExit(ExitCode.USAGE);
                    assertFalse(run.err().contains("'" + value + "'"), () -> words + run.err());
                }
            }
        }
    }

    /** Completes as a shell does after the last of the words. */
    private List<String> completed(Shell shell, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(shell.program(), "-c", shell.script, COMPLETIONS.toString()));
        command.addAll(List.of(words));
        return ToolProcess.run(temporary, Map.of("HOME", temporary.toString()), command).out().stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty() && !word.equals("DIRECTORIES"))
                .sorted()
                .toList();
    }

    private static String help(List<String> words) {
        return Invocation.of(Stream.concat(words.stream().skip(1), Stream.of("--help"))
                        .toArray(String[]::new))
                .out();
    }

    private static String page(List<String> words) throws IOException {
        return Files.readString(PAGES.resolve(String.join("-", words) + ".1")).replace("\\-", "-");
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<List<String>> commands() {
        List<List<String>> commands = new ArrayList<>();
        gather(PokemonCli.commandLine().getCommandSpec(), commands);
        return commands;
    }

    private static void gather(CommandSpec command, List<List<String>> commands) {
        if (!command.usageMessage().hidden()) {
            commands.add(List.of(command.qualifiedName(" ").split(" ")));
            command.subcommands().values().forEach(subcommand -> gather(subcommand.getCommandSpec(), commands));
        }
    }
}
