package pokemon.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import pokemon.cli.PokemonCli;
import pokemon.launch.Invocation;
import pokemon.launch.Run;
import pokemon.launch.ToolProcess;

/** The installed manual pages and completion agree with the program. */
final class CommandLineDocumentsIT {
    private static final Path HOME =
            Path.of(System.getProperty("pokemon.launcher")).getParent().getParent();
    private static final Path PAGES = HOME.resolve("man/man1");
    private static final Path COMPLETION = HOME.resolve("completions/pokemon.bash");

    private static final String OPTION_LINE = "^ +(?:-., )?(--[a-z-]+)";

    @TempDir
    private Path temporary;

    @Test
    void eachCommandHasAPage() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertEquals(
                    commands().stream()
                            .map(words -> String.join("-", words) + ".1")
                            .collect(Collectors.toSet()),
                    pages.map(page -> page.getFileName().toString()).collect(Collectors.toSet()));
        }
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

    @Test
    void bashAcceptsTheCompletion() throws Exception {
        Run bash = ToolProcess.run(temporary, Map.of(), List.of("bash", "-n", COMPLETION.toString()));
        assertEquals(0, bash.exitCode(), bash.err()::toString);
    }

    @Test
    void completesTheCommandsOptionsAndValues() throws Exception {
        Map<String, CommandLine> subcommands = PokemonCli.commandLine().getSubcommands();
        assertTrue(completed("pokemon", "").containsAll(subcommands.keySet()));
        assertTrue(completed("pokemon", "1", "8", "--").containsAll(found(OPTION_LINE, help(List.of("pokemon")))));
        assertEquals(List.of("--range"), completed("pokemon", "stats", "--r"));
        assertEquals(List.of("dynamic", "static"), completed("pokemon", "--schedule", ""));
    }

    /** Completes as bash does after the last of the words. */
    private List<String> completed(String... words) throws Exception {
        String script = "source \"$0\"; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _complete_pokemon; "
                + "printf '%s\\n' \"${COMPREPLY[@]}\"";
        List<String> command = new ArrayList<>(List.of("bash", "-c", script, COMPLETION.toString()));
        command.addAll(List.of(words));
        return ToolProcess.run(temporary, Map.of(), command).out().stream()
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
