package pokemon.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The map in the architecture page: a line for each package, and below it a line for each class that it names. */
final class ArchitectureMapTest {
    private static final Path SOURCES = Path.of("src/main/java/pokemon");
    private static final Path PAGE = Path.of("src/site/markdown/architecture.md");
    private static final int LONG_CLASS_LINES = 60;

    private static final Pattern PACKAGE = Pattern.compile("([a-z.]+)/ +\\S.*");
    private static final Pattern TYPE = Pattern.compile("  ([A-Z]\\w+) +\\S.*");

    @Test
    void namesEveryPackageAndEveryLongClass() throws IOException {
        Map<String, Set<String>> map = map();
        Map<String, Set<String>> missing = new TreeMap<>();
        for (Path file : sources()) {
            Set<String> named = map.get(packageOf(file));
            assertTrue(named != null, () -> "the map has no package " + packageOf(file));
            String type = typeOf(file);
            if (Files.readAllLines(file).size() > LONG_CLASS_LINES && !named.contains(type)) {
                missing.computeIfAbsent(packageOf(file), name -> new TreeSet<>())
                        .add(type);
            }
        }
        assertEquals(Map.of(), missing);
    }

    @Test
    void namesNothingThatIsGone() throws IOException {
        Map<String, Set<String>> left = map();
        for (Path file : sources()) {
            left.get(packageOf(file)).remove(typeOf(file));
        }
        left.values().removeIf(Set::isEmpty);
        assertEquals(Map.of(), left);
        for (String name : map().keySet()) {
            assertTrue(Files.isDirectory(SOURCES.resolveSibling(name.replace('.', '/'))), name);
        }
    }

    /** Returns the classes that the map names in each package. */
    private static Map<String, Set<String>> map() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("```map\n");
        Map<String, Set<String>> map = new TreeMap<>();
        Set<String> types = Set.of();
        for (String line : page.substring(start, page.indexOf("\n```\n", start))
                .lines()
                .skip(1)
                .toList()) {
            Matcher name = PACKAGE.matcher(line);
            Matcher type = TYPE.matcher(line);
            if (name.matches()) {
                types = new TreeSet<>();
                map.put(name.group(1), types);
            } else {
                assertTrue(type.matches(), line);
                types.add(type.group(1));
            }
        }
        return map;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static String packageOf(Path file) {
        return SOURCES.getParent().relativize(file.getParent()).toString().replace('/', '.');
    }

    private static String typeOf(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }
}
