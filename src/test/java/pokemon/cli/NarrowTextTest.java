package pokemon.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class NarrowTextTest {
    private static String unbroken(String... names) {
        CommandLine command = PokemonCli.commandLine();
        HelpLayout.apply(command);
        command.setUsageHelpWidth(NarrowText.UNBROKEN).setUsageHelpLongOptionsMaxWidth(NarrowText.LONGEST_NAME);
        for (String name : names) {
            command = command.getSubcommands().get(name);
        }
        return command.getUsageMessage(CommandLine.Help.Ansi.OFF);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 41, 47, 54})
    void theHelpOfADownloadFitsWithAllItsWords(int width) {
        holds(unbroken(), width);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stats", "gallery", "timeline", "mirror", "sources", "experiment", "experiment speed"})
    void theHelpOfEachCommandFits(String words) {
        holds(unbroken(words.split(" ", -1)), 40);
    }

    private static void holds(String help, int width) {
        String narrow = NarrowText.of(help, width);
        assertEquals(words(help), words(narrow));
        narrow.lines()
                .forEach(
                        line -> assertTrue(line.length() <= width || words(line).size() == 1, line));
        assertTrue(narrow.lines().noneMatch(line -> line.strip().matches("-.*='?[A-Z]+:? *'? [A-Z][a-z].*")), narrow);
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+", -1));
    }
}
