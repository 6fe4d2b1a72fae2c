package pokemon.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pokemon.cli.value.IdList;
import pokemon.png.PngFile;
import pokemon.png.chunk.Checks;
import pokemon.schedule.run.IdRange;

/**
 * A call of the tool that has ended, and what it left.
 *
 * @param exitCode its exit code
 * @param out its lines on standard output
 * @param err its lines on standard error
 * @param report its JSON report, a missing node when it wrote none
 * @param directory where the images are
 */
public record Run(int exitCode, List<String> out, List<String> err, JsonNode report, Path directory) {
    private static final long MAX_PIXELS = 50_000_000;
    private static final String MISSING_LINE = "pokemon: [0-9]+ images are not there: [0-9,-]+";
    private static final String FAILURE_LINE = "[0-9]{3,} failed: .* \\([0-9]+ attempts?\\)";

    static JsonNode reportIn(Path file) throws IOException {
        boolean written = Files.exists(file) && Files.size(file) > 0;
        return written ? new ObjectMapper().readTree(file.toFile()) : MissingNode.getInstance();
    }

    /**
     * Checks the rule that holds for every run, whatever went wrong in it.
     *
     * @param strangers what the test put into the directory, which need not be an image
     */
    public Run check(IdRange range, Set<String> strangers) throws IOException {
        Set<Integer> images = checkFiles(strangers);
        if (!report.isMissingNode()) {
            checkAccount(range, images);
            checkFailureLines();
        }
        return this;
    }

    private Set<Integer> checkFiles(Set<String> strangers) throws IOException {
        Set<Integer> images = new TreeSet<>();
        if (!Files.isDirectory(directory)) {
            return images;
        }
        for (String name : Listing.names(directory)) {
            Path entry = directory.resolve(name);
            if (!strangers.contains(name)) {
                assertTrue(name.matches("[0-9]{3,}\\.png"), () -> "left behind: " + name);
                assertTrue(Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS), () -> "no plain file: " + name);
                PngFile.read(entry, MAX_PIXELS, Checks.STRICT);
                images.add(Integer.parseInt(name.replace(".png", "")));
            }
        }
        return images;
    }

    private void checkAccount(IdRange range, Set<Integer> images) {
        List<Integer> ids =
                report.get("ids").findValues("id").stream().map(JsonNode::asInt).toList();
        assertEquals(range.size(), ids.size());
        assertEquals(range.size(), Set.copyOf(ids).size());
        assertTrue(ids.stream().allMatch(id -> id >= range.start() && id <= range.stop()));
        int sum = 0;
        for (String status : List.of("saved", "skipped", "failed", "not_attempted")) {
            assertEquals(ids(status).size(), total(status), status);
            sum += total(status);
        }
        assertEquals(range.size(), sum);
        assertTrue(images.containsAll(ids("saved")), () -> "saved but not there: " + report);
        String summary = String.format(
                Locale.ROOT, "%d saved, %d skipped, %d failed", total("saved"), total("skipped"), total("failed"));
        assertTrue(out.isEmpty() || out.stream().anyMatch(line -> line.startsWith(summary)), out::toString);
    }

    private void checkFailureLines() {
        Set<String> named = new TreeSet<>();
        for (String line : err) {
            if (line.matches(FAILURE_LINE)) {
                assertTrue(named.add(line.substring(0, line.indexOf(' '))), () -> "said twice: " + line);
            }
        }
        err.stream()
                .filter(line -> line.matches(MISSING_LINE))
                .map(line -> new IdList().convert(line.replaceFirst(".*: ", "")))
                .flatMapToInt(ids -> IntStream.range(0, ids.size()).map(ids::get))
                .forEach(id -> named.add(digits(id)));
        Set<String> failed = ids("failed").stream().map(Run::digits).collect(Collectors.toSet());
        if (stopCause().equals("all_fail_alike")) {
            assertTrue(failed.containsAll(named), err::toString);
            // Few that fail alike in a row are named; others only where an image was saved meanwhile.
            assertTrue(named.size() <= 10 + failedBesidesSuccess(), err::toString);
        } else {
            assertEquals(failed, named);
        }
    }

    private static String digits(int id) {
        return String.format(Locale.ROOT, "%03d", id);
    }

    /** Returns how many ids failed that were begun before the last image was saved. */
    private long failedBesidesSuccess() {
        double lastSaved = ids("saved").stream()
                .mapToDouble(id -> id(id).get("start_seconds").asDouble()
                        + id(id).get("seconds").asDouble())
                .max()
                .orElse(0);
        return ids("failed").stream()
                .filter(id -> id(id).get("start_seconds").asDouble() < lastSaved)
                .count();
    }

    /** Returns the ids that ended in a way, such as {@code not_attempted}. */
    public Set<Integer> ids(String status) {
        Set<Integer> ids = new TreeSet<>();
        report.path("ids").forEach(id -> {
            if (id.get("status").asText().equals(status)) {
                ids.add(id.get("id").asInt());
            }
        });
        return ids;
    }

    public int total(String name) {
        return report.path("totals").path(name).asInt();
    }

    /** Returns why the run ended early, empty when it did not. */
    public String stopCause() {
        return report.path("stopped").path("cause").asText("");
    }

    public JsonNode id(int id) {
        for (JsonNode entry : report.path("ids")) {
            if (entry.get("id").asInt() == id) {
                return entry;
            }
        }
        throw new AssertionError(id + " is not in the report: " + report);
    }

    public Run assertExit(int expected) {
        assertEquals(expected, exitCode, () -> "stderr: " + err + " stdout: " + out);
        return this;
    }

    public Run assertSaved(Integer... ids) {
        assertEquals(new TreeSet<>(List.of(ids)), ids("saved"), err::toString);
        return this;
    }

    public Run assertFailed(int id, int attempts, String reason) {
        assertEquals("failed", id(id).get("status").asText(), () -> "id " + id + ", stderr: " + err);
        String said = id(id).get("error").asText();
        assertTrue(said.contains(reason), () -> "id " + id + " failed because of: " + said);
        assertEquals(attempts, id(id).get("attempts").asInt(), said);
        return this;
    }

    /**
     * Asserts that an id was given up after its attempts; failures of other ids at the same time may spare it some.
     *
     * @param attempts the least number of attempts
     */
    public Run assertGivenUp(int id, int attempts, String reason) {
        int made = id(id).get("attempts").asInt();
        assertTrue(made >= attempts && made < 3 * attempts, () -> "attempts at " + id + ": " + made);
        return assertFailed(id, made, reason);
    }

    /** Asserts that a line on standard error contains a text, and returns the line. */
    public String assertSays(String text) {
        return err.stream()
                .filter(line -> line.contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not said: " + text + " in " + err));
    }

    /** Asserts that nothing looks like a defect of the program. */
    public Run assertNoStackTrace() {
        assertTrue(
                Stream.concat(out.stream(), err.stream())
                        .noneMatch(line -> line.startsWith("\tat ") || line.contains("Exception in thread")),
                () -> out + " " + err);
        return this;
    }
}
