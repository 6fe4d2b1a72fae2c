package pokemon.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.cli.process.ExitCode;
import pokemon.faults.rows.Row;
import pokemon.launch.Invocation;
import pokemon.png.TestImages;

/** {@code pokemon stats}. */
final class StatsTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void saveTwoImages() throws IOException {
        Files.write(directory.resolve("007.png"), TestImages.large(7));
        Files.write(directory.resolve("008.png"), TestImages.large(8));
    }

    private Invocation stats(Object... options) {
        return Invocation.line("stats " + directory, options);
    }

    @Test
    void printsWhatGradingScriptsCompare() {
        Invocation run = stats().assertExit(ExitCode.OK);
        assertLinesMatch(List.of("Directory statistics for " + directory, "2 2 0\\.[1-9]"), run.outLines(), run.out());
        assertEquals("", run.err());
    }

    @Test
    void agreesWhenTheRangeIsThere() {
        Invocation run = stats("--range", "7-8").assertExit(ExitCode.OK);
        assertEquals(2, run.outLines().size(), run.out());
    }

    @Test
    void listsWhatIsNotAsTheRangeSays() throws IOException {
        Files.writeString(directory.resolve("008.png"), "no image");
        Files.writeString(directory.resolve("notes.txt"), "");
        Invocation run = stats("--range", "8-9").assertExit(ExitCode.INCOMPLETE);
        assertLinesMatch(
                List.of(
                        "Directory statistics for " + directory,
                        "2 1 0\\.[0-9]",
                        "missing 009.png",
                        "damaged 008.png: .+",
                        "unexpected 007.png",
                        "unexpected notes.txt"),
                run.outLines());
    }

    @Test
    void printsJsonWhenAsked() throws IOException {
        Invocation run = stats("--json", "--range", "6-8").assertExit(ExitCode.INCOMPLETE);
        JsonNode document = run.json();
        assertEquals(2, document.get("valid").asInt());
        assertEquals("[6]", document.get("missing").toString());
    }

    @Row(67)
    @Test
    void showsNoControlCharactersOfNames() throws IOException {
        Files.createFile(directory.resolve("\u001b[31m\u202egnp.\n.png"));
        String shown = "\\x1b[31m\\u202egnp.\\x0a.png";
        assertEquals("unexpected " + shown, stats("--range=7-8").outLines().get(2));
        JsonNode document = stats("--range=7-8", "--json").json();
        assertEquals(shown, document.get("unexpected").get(0).asText());
    }

    @Row(63)
    @Test
    void saysWhichFaultsWereForgiven() throws IOException {
        byte[] image = TestImages.large(7);
        Files.write(directory.resolve("007.png"), Arrays.copyOf(image, image.length + 3));
        JsonNode lenient = stats("--json").json();
        assertEquals(2, lenient.get("valid").asInt());
        assertEquals(
                "[{\"id\":7,\"faults\":\"the image is followed by 3 more bytes\"}]",
                lenient.get("forgiven").toString());
        JsonNode strict = stats("--json", "--checks=strict").json();
        assertEquals(1, strict.get("valid").asInt());
        assertEquals("[]", strict.get("forgiven").toString());
        stats("--range=7-8").assertExit(ExitCode.OK);
        stats("--range=7-8", "--checks=strict").assertExit(ExitCode.INCOMPLETE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "007.png"})
    void saysInOneLineThatThereIsNoSuchDirectory(String name) {
        Path path = directory.resolve(name);
        Invocation.line("stats " + path).assertFailed(ExitCode.CANNOT_START, "no such directory: " + path);
    }

    @Test
    void refusesWhatIsNoRange() {
        stats("--range", "8-7").assertRefused("--range: '8-7' is not a range of ids such as 1-898");
    }

    @Test
    void needsADirectory() {
        Invocation.of("stats").assertRefusedBecause("");
    }
}
