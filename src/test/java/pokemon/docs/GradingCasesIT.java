package pokemon.docs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.directory.ImageName;
import pokemon.launch.Invocation;
import pokemon.launch.Listing;
import pokemon.mirror.MirrorOptions;
import pokemon.mirror.MirrorServer;
import pokemon.mirror.image.ShownNumber;

/** The cases by which the original program was graded. */
final class GradingCasesIT {
    @AutoClose
    private static MirrorServer mirror;

    @TempDir
    private Path temporary;

    @BeforeAll
    static void startMirror() throws IOException {
        mirror = MirrorServer.start(MirrorOptions.defaults());
    }

    private Invocation download(String parameters, Path directory, Object... more) {
        return Invocation.line(parameters + " " + directory + " --source " + mirror.baseUri(), more);
    }

    private static List<String> expected(int start, int stop) {
        return IntStream.rangeClosed(start, stop)
                .mapToObj(ImageName::of)
                .sorted()
                .toList();
    }

    @Test
    void fourIdsNeedNoMoreThanFourOfEightProcesses() throws IOException {
        Path report = temporary.resolve("report.json");
        Path directory = temporary.resolve("images");
        Invocation tool = download("10 13 P 8", directory, "--json", report).assertExit(0);
        assertEquals(expected(10, 13), Listing.names(directory));
        JsonNode totals = new ObjectMapper().readTree(report.toFile()).get("totals");
        int processes = totals.get("processes").asInt();
        assertTrue(processes >= 1 && processes <= 4, totals::toString);
        String summary = tool.outLines().get(tool.outLines().size() - 2);
        assertTrue(
                summary.endsWith(processes == 4 ? "by 4 processes" : "by " + processes + " of 4 processes"), summary);
        assertTrue(tool.outLines().get(tool.outLines().size() - 1).matches("Time [0-9]+\\.[0-9]{6}"));
    }

    @Test
    void theRangeBeginsWhereItShouldAndEndsWhereItShould() throws IOException {
        Path directory = temporary.resolve("images");
        download("30 47 T 8", directory).assertExit(0);
        assertEquals(expected(30, 47), Listing.names(directory));
    }

    @Test
    void thirtyTwoProcessesShareEightHundredIds() throws IOException {
        Path directory = temporary.resolve("images");
        download("1 800 P 32", directory).assertExit(0);
        assertEquals(expected(1, 800), Listing.names(directory));
        Invocation.ok("stats", directory, "--range", "1-800");
    }

    @Test
    void everyWayToShareTheWorkGivesTheSameBytes() throws IOException {
        Path first = temporary.resolve("T1");
        download("40 75 T 1", first).assertExit(0);
        for (String way :
                List.of("T 8 dynamic", "T 8 static", "P 1 dynamic", "P 1 static", "P 8 dynamic", "P 8 static")) {
            Path other = temporary.resolve(way.replace(" ", ""));
            String[] words = way.split(" ", -1);
            download("40 75 " + words[0] + " " + words[1], other, "--schedule", words[2])
                    .assertExit(0);
            assertEquals(Listing.names(first), Listing.names(other), way);
            for (String name : Listing.names(first)) {
                assertArrayEquals(
                        Files.readAllBytes(first.resolve(name)), Files.readAllBytes(other.resolve(name)), way + name);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"95 130 T 8", "95 130 P 4"})
    void eachImageShowsItsOwnNumber(String parameters) throws IOException {
        Path directory = temporary.resolve("images");
        download(parameters, directory).assertExit(0);
        for (int id = 95; id <= 130; id++) {
            BufferedImage image =
                    ImageIO.read(directory.resolve(ImageName.of(id)).toFile());
            assertEquals(id, ShownNumber.of(image::getRGB));
        }
    }

    @Test
    void aResumedRunAsksOnlyForWhatIsMissingOrDamaged() throws IOException {
        Path directory = temporary.resolve("images");
        download("1 6 T 2", directory).assertExit(0);
        Files.delete(directory.resolve("002.png"));
        byte[] damaged = Files.readAllBytes(directory.resolve("004.png"));
        damaged[damaged.length / 2] ^= 1;
        Files.write(directory.resolve("004.png"), damaged);
        long before = mirror.statistics().requests();
        Invocation tool = download("1 6 P 2", directory, "--resume").assertExit(0);
        assertEquals(2, mirror.statistics().requests() - before);
        assertTrue(tool.outLines().get(0).startsWith("2 saved, 4 skipped, 0 failed of 6"), tool.outLines()::toString);
        Invocation.ok("stats", directory, "--range", "1-6");
    }

    @Test
    void anUpdateKeepsWhatDidNotChange() throws IOException {
        Path directory = temporary.resolve("images");
        download("1 4 T 2", directory).assertExit(0);
        var time = Files.getLastModifiedTime(directory.resolve("001.png"));
        Files.setLastModifiedTime(directory.resolve("003.png"), FileTime.fromMillis(0));
        Invocation tool = download("1 4 P 2", directory, "--update").assertExit(0);
        assertTrue(tool.outLines().get(0).startsWith("1 saved, 3 skipped, 0 failed of 4"), tool.outLines()::toString);
        assertEquals(time, Files.getLastModifiedTime(directory.resolve("001.png")), "the server's own date");
    }
}
