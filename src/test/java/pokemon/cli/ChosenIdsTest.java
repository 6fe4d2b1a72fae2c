package pokemon.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.launch.Invocation;
import pokemon.launch.Listing;

/** Ids that are named one by one. */
final class ChosenIdsTest {
    private static final String EMBEDDED = "--source=embedded";

    @TempDir
    private Path temporary;

    private Path directory() {
        return temporary.resolve("images");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--ids 9-10,4,9,1 T 2", "T 2 --ids=9-10,4,9,1", "T --ids 1,4,9,10 2"})
    void areDownloadedOnceEachWhereverTheyStand(String words) throws IOException {
        Invocation run = Invocation.ok(words, directory(), EMBEDDED);
        assertEquals(List.of("001.png", "004.png", "009.png", "010.png"), Listing.names(directory()));
        assertTrue(run.out().startsWith("4 saved, 0 skipped, 0 failed of 4 "), run.out());
        assertTrue(run.out().contains("by 2 threads"), run.out());
    }

    @Test
    void areReadFromFilesWithCommentsAndAByteOrderMark() throws IOException {
        Path list = Files.writeString(temporary.resolve("a list.txt"), """
                \uFEFF# the first ones
                1, 4   7-8 # and a range
                \t4,

                """);
        Path none = Files.writeString(temporary.resolve("none.txt"), "# nothing today\n");
        Invocation.ok("T 1", directory(), EMBEDDED, "--ids", "12,@" + list + ",@" + none);
        assertEquals(List.of("001.png", "004.png", "007.png", "008.png", "012.png"), Listing.names(directory()));
    }

    @Test
    void areWorkedThroughInAscendingOrder() {
        Invocation run = Invocation.line("--ids 8,3,5 T 1", directory(), EMBEDDED, "-v");
        assertEquals(List.of("Saved 003.png", "Saved 005.png", "Saved 008.png"), run.errLines());
    }

    @Test
    void areInTheReportUnlessTheyAreARange() throws IOException {
        JsonNode gaps = parameters("9,2-3");
        assertEquals("2-3,9", gaps.get("ids").asText());
        assertEquals(2, gaps.get("start_id").asInt());
        assertEquals(9, gaps.get("stop_id").asInt());
        JsonNode range = parameters("4,3,2");
        assertTrue(range.get("ids").isNull());
        assertEquals(4, range.get("stop_id").asInt());
    }

    private JsonNode parameters(String ids) throws IOException {
        return Invocation.line("T 1", directory(), EMBEDDED, "--ids", ids, "--json=-")
                .json()
                .get("parameters");
    }

    @Test
    void mayBeNoneAtAll() throws IOException {
        Path none = Files.writeString(temporary.resolve("none"), "");
        for (String kind : List.of("T", "P")) {
            for (String schedule : List.of("static", "dynamic")) {
                Invocation run =
                        Invocation.ok(kind + " 4", directory(), EMBEDDED, "--schedule", schedule, "--ids=@" + none);
                assertTrue(run.out().startsWith("0 saved, 0 skipped, 0 failed of 0 (0.0 MB) by 0 "), run.out());
            }
        }
    }

    @Test
    void doNotTakeAWordForTheChildrenForAnOption() throws IOException {
        Invocation.ok("3 4 T 1", directory(), EMBEDDED, "--jvm-arg", "--ids=7");
        assertEquals(List.of("003.png", "004.png"), Listing.names(directory()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --ids 1,x DIR           | --ids: 'x' is neither an id such as 7 nor a range of ids such as 7-9
            --ids 0 DIR             | --ids: '0' is neither
            --ids 9-7 DIR           | --ids: '9-7' is neither
            --ids 1,,2 DIR          | --ids: '' is neither
            --ids=                  | --ids: '' is neither
            --ids 2147483648        | --ids: '2147483648' is neither
            --ids \u0663            | --ids: '\u0663' is neither
            --ids @DIR/missing      | --ids: no such file: DIR/missing
            --ids @DIR/bad          | --ids: DIR/bad: 'seven' is neither
            --ids @DIR              | --ids: cannot read 'DIR': Is a directory
            --ids                   | Missing required parameter for option '--ids' (LIST)
            --ids 1 --ids 2         | option '--ids' (LIST) should be specified only once
            1 9 T 4 DIR --ids 3     | tp: '1' is neither T (threads) nor P (processes); with --ids or --retry-failed, start_id and stop_id are left out
            T 4 DIR 9 --ids 3       | too many arguments: 9; with --ids or --retry-failed, start_id and stop_id are left out
            """)
    void areRefusedInOneLine(String words, String message) throws IOException {
        Files.writeString(temporary.resolve("bad"), "1 seven");
        Invocation run = Invocation.line(words.replace("DIR", temporary.toString()));
        run.assertRefusedBecause(message.replace("DIR", temporary.toString()));
        assertFalse(Files.exists(directory()));
    }
}
