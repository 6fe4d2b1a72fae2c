package pokemon.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import pokemon.launch.Invocation;

final class HelpLayoutTest {
    private final CommandSpec command = PokemonCli.commandLine().getCommandSpec();

    @Test
    void eachOptionOfADownloadIsInOneGroup() {
        List<String> grouped = Stream.of(HelpLayout.GROUPS.split("\\s+"))
                .filter(word -> word.startsWith("-"))
                .toList();
        for (OptionSpec option : command.options()) {
            List<String> names = List.of(option.names());
            assertEquals(1, grouped.stream().filter(names::contains).count(), option::longestName);
        }
        for (String name : grouped) {
            assertNotNull(command.findOption(name), name);
        }
    }

    @Test
    void examplesComeBeforeArgumentsAndOptions() {
        List<String> lines = Invocation.of("--help").outLines();
        List<String> headings =
                lines.stream().filter(line -> line.matches("[A-Z][a-z -]+:")).toList();
        assertEquals(
                "Examples: Arguments: Which images: Source: Built-in mirror: Pace and retries: Output: For experts: Commands: Exit codes:",
                String.join(" ", headings));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stats", "gallery", "timeline", "mirror", "sources", "experiment", "experiment speed"})
    void noSentenceIsBrokenBeforeTheLineIsFull(String words) {
        Invocation run = Invocation.of((words + " --help").strip().split(" ", -1));
        List<String> lines = run.outLines();
        for (int i = 0; i + 1 < lines.size(); i++) {
            String next = lines.get(i + 1).strip();
            boolean goesOn = next.matches("[a-z].*") && lines.get(i + 1).matches(" {20,}.*");
            int first = next.indexOf(' ') < 0 ? next.length() : next.indexOf(' ');
            String line = lines.get(i);
            assertTrue(
                    !goesOn || line.endsWith(".") || line.startsWith("  pokemon ") || line.length() + 1 + first > 78,
                    () -> "broken after: " + line);
        }
    }
}
