package pokemon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pokemon.launch.Run;
import pokemon.launch.ToolProcess;

/** The archives that the build leaves, as a user unpacks them. */
final class ArchivesIT {
    private static final Path NAME = Path.of(System.getProperty("pokemon.archive.name"));

    @TempDir
    private Path temporary;

    private Path home;

    @BeforeEach
    void unpack() throws Exception {
        Path place = Files.createDirectories(temporary.resolve("a path/with spaces"));
        ToolProcess.run(place, Map.of(), List.of("tar", "-xzf", NAME + ".tar.gz"))
                .assertExit(0);
        home = place.resolve(NAME.getFileName());
    }

    @Test
    void holdOneDirectoryWithAllThatIsInstalled() throws IOException {
        Set<String> files = files(home);
        assertTrue(
                files.containsAll(Set.of(
                        "bin/pokemon",
                        "bin/pokemon.cmd",
                        "lib/pokemon.jar",
                        "lib/make-archive",
                        "man/man1/pokemon.1",
                        "completions/pokemon.bash",
                        "LICENSE",
                        "THIRD-PARTY.txt")),
                files::toString);
        assertEquals(files.stream().map(file -> home.getFileName() + "/" + file).collect(Collectors.toSet()), zipped());
    }

    @Test
    void comeWithTheirSumsAndABillOfMaterials() throws Exception {
        Path target = NAME.getParent();
        Run sums = ToolProcess.run(target, Map.of(), List.of("sha256sum", "--check", "--strict", "SHA256SUMS"))
                .assertExit(0);
        String name = NAME.getFileName().toString();
        assertTrue(
                sums.out().containsAll(List.of(name + ".tar.gz: OK", name + ".zip: OK", name + "-sbom.json: OK")),
                sums.out()::toString);
        JsonNode bill = new ObjectMapper().readTree(Files.readString(Path.of(NAME + "-sbom.json")));
        assertEquals("CycloneDX", bill.get("bomFormat").asText());
        Set<String> libraries = new TreeSet<>();
        bill.get("components")
                .forEach(library -> libraries.add(library.get("name").asText()));
        assertTrue(libraries.containsAll(Set.of("picocli", "jackson-databind", "progressbar")), libraries::toString);
    }

    @Test
    void holdNothingSpecificToTheMachineOfTheBuild() throws IOException {
        assertEquals(
                Set.of(),
                files(home).stream()
                        .filter(Pattern.compile("\\.jsa|\\.aot|archive\\.").asPredicate())
                        .collect(Collectors.toSet()));
    }

    @Test
    void runFromAPathWithSpacesThroughAChainOfRelativeLinks() throws Exception {
        Path first = Files.createDirectories(temporary.resolve("one")).resolve("first");
        Path second = Files.createDirectories(temporary.resolve("two/deep")).resolve("second");
        Files.createSymbolicLink(first, Path.of("../two/deep/second"));
        Files.createSymbolicLink(
                second, Path.of("../../a path/with spaces").resolve(home.getFileName() + "/bin/pokemon"));
        for (String kind : List.of("T", "P")) {
            ToolProcess.run(
                            temporary.resolve("two"),
                            Map.of(),
                            List.of("../one/first", "1", "2", kind, "1", "the images", "--source", "embedded"))
                    .assertExit(0);
            assertTrue(Files.exists(temporary.resolve("two/the images/002.png")));
        }
    }

    @Test
    void startFromAnArchiveOfClassesWhateverTheSettingsOfItsMaker() throws Exception {
        Path config = Files.createDirectories(temporary.resolve("config/pokemon"));
        Files.writeString(config.resolve("config.properties"), "fault = server-error=1");
        Map<String, String> environment =
                Map.of("XDG_CONFIG_HOME", temporary.resolve("config").toString(), "POKEMON_NBR_TP", "none");
        Run made = ToolProcess.run(
                temporary, environment, List.of(home.resolve("lib/make-archive").toString()));
        assertEquals(List.of(), made.err());
        made.assertExit(0);
        assertTrue(Files.size(home.resolve("lib/archive.key")) > 0);
    }

    @Test
    void holdTheTextOfEveryLicence() throws IOException {
        List<String> parts = Files.readAllLines(home.resolve("THIRD-PARTY.txt"));
        Set<String> licences = parts.stream()
                .map(Pattern.compile("^ +\\((.+?)\\) .*:.*")::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(licences.remove("Apache-2.0"), parts::toString);
        assertTrue(Files.readString(home.resolve("LICENSE")).contains("Apache License"));
        for (String licence : licences) {
            assertTrue(Files.size(home.resolve("licenses/" + licence + ".txt")) > 1000, licence);
        }
    }

    private static Set<String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> zipped() throws IOException {
        try (ZipFile zip = new ZipFile(NAME + ".zip")) {
            return zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(entry -> entry.getName())
                    .collect(Collectors.toSet());
        }
    }
}
