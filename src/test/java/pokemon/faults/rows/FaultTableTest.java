package pokemon.faults.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.platform.commons.support.ReflectionSupport.findAllClassesInPackage;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of faults and its tests agree. */
final class FaultTableTest {
    private static final Path PAGE = Path.of("src/site/markdown/faults.md");
    private static final int ROWS = 80;
    private static final Pattern LINE =
            Pattern.compile("^\\| ([0-9]+) \\|[^|]+\\|[^|]+\\|([^|]*)\\|$", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`([A-Za-z0-9]+#[A-Za-z0-9]+)`");

    @Test
    void hasEveryRowOnceAndInOrder() throws IOException {
        List<Integer> numbers =
                lines().map(line -> Integer.parseInt(line.group(1))).toList();
        assertEquals(IntStream.rangeClosed(1, ROWS).boxed().toList(), numbers);
    }

    @Test
    void namesATestForEachRow() throws IOException {
        named().forEach((row, tests) -> assertFalse(tests.isEmpty(), () -> "row " + row + " has no test"));
    }

    @Test
    void namesJustTheTestsThatAreMarkedWithTheRow() throws IOException {
        assertEquals(lines(marked()), lines(named()));
    }

    private static String lines(SortedMap<Integer, SortedSet<String>> tests) {
        StringBuilder lines = new StringBuilder();
        tests.forEach(
                (row, names) -> lines.append(row).append(' ').append(names).append('\n'));
        return lines.toString();
    }

    private static Stream<MatchResult> lines() throws IOException {
        return LINE.matcher(Files.readString(PAGE)).results();
    }

    /** Returns the tests that the page names for each row. */
    private static SortedMap<Integer, SortedSet<String>> named() throws IOException {
        SortedMap<Integer, SortedSet<String>> named = new TreeMap<>();
        lines().forEach(line -> {
            SortedSet<String> tests = named.computeIfAbsent(Integer.parseInt(line.group(1)), row -> new TreeSet<>());
            Matcher test = TEST.matcher(line.group(2));
            while (test.find()) {
                tests.add(test.group(1));
            }
        });
        return named;
    }

    /** Returns the tests that are marked with each row. */
    private static SortedMap<Integer, SortedSet<String>> marked() {
        SortedMap<Integer, SortedSet<String>> marked = new TreeMap<>();
        for (Class<?> type : findAllClassesInPackage("pokemon", type -> true, name -> name.matches(".*(Test|IT)"))) {
            for (Method method : type.getDeclaredMethods()) {
                Row rows = method.getAnnotation(Row.class);
                for (int row : rows == null ? new int[0] : rows.value()) {
                    marked.computeIfAbsent(row, number -> new TreeSet<>())
                            .add(type.getSimpleName() + "#" + method.getName());
                }
            }
        }
        return marked;
    }
}
