package pokemon.experiment.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.SAXException;

/** What every experiment's files have in common, whichever it is. */
public final class ExperimentFiles {
    private static final Pattern ADDRESS = Pattern.compile("(?:src|href)=\"|url\\((?!#)|@import");
    private static final Pattern COLOUR = Pattern.compile("\"name\":\"(threads|processes|serial)\",\"colour\":([0-9])");
    private static final Set<String> COLOURS = Set.of("threads 0", "processes 1", "serial 2");

    private ExperimentFiles() {}

    /** Returns results.json after looking at every file of a directory. */
    public static JsonNode check(Path directory, int pictures) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(directory)) {
            files = listed.toList();
        }
        assertEquals(pictures, count(files, ".png"), files::toString);
        assertEquals(pictures, count(files, ".svg"), files::toString);
        for (Path file : files) {
            if (file.toString().endsWith(".png")) {
                assertNotNull(ImageIO.read(file.toFile()), file::toString);
            } else if (file.toString().endsWith(".svg")) {
                checkXml(file);
            }
        }
        checkPage(Files.readString(directory.resolve("report.html")), pictures);
        JsonNode json =
                new ObjectMapper().readTree(directory.resolve("results.json").toFile());
        assertEquals(JsonReport.SCHEMA_VERSION, json.get("schema_version").asInt());
        return json;
    }

    private static long count(List<Path> files, String ending) {
        return files.stream().filter(file -> file.toString().endsWith(ending)).count();
    }

    private static void checkXml(Path file) throws IOException {
        assertFalse(Files.readString(file).contains("DOCTYPE"));
        try {
            var document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
            assertEquals("svg", document.getDocumentElement().getTagName());
        } catch (SAXException | ParserConfigurationException e) {
            throw new AssertionError(file + " is not well-formed", e);
        }
    }

    private static void checkPage(String page, int pictures) {
        // The library names sites in comments.
        String own = page.replaceAll("(?s)/\\*!.*?\\*/", "");
        Matcher matcher = ADDRESS.matcher(own);
        assertFalse(matcher.find(), () -> "loads " + matcher.group());
        assertEquals(pictures, page.split("<figure ", -1).length - 1);
        assertTrue(page.contains("prefers-color-scheme: dark"));
        COLOUR.matcher(page)
                .results()
                .forEach(way -> assertTrue(COLOURS.contains(way.group(1) + " " + way.group(2)), way.group()));
    }

    /** Returns the fields of a CSV without quotes, its heading first. */
    public static List<List<String>> csv(Path directory, String name) throws IOException {
        return Files.readString(directory.resolve(name))
                .lines()
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }
}
