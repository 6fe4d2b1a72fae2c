package pokemon.experiment.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pokemon.experiment.statistics.Summary;

final class BaselineTest {
    @TempDir
    private Path directory;

    private static ExperimentReport report(int runs, Map<String, List<Double>> times) {
        return new ExperimentReport(
                new ExperimentReport.Heading("speed", "Speed", "How fast?"),
                Fixtures.METADATA,
                new LinkedHashMap<>(Map.of("runs", runs, "others_cpu_share_before", runs / 100.0)),
                times.entrySet().stream()
                        .map(each -> new Result(each.getKey(), Summary.of(each.getValue()), Map.of(), Map.of()))
                        .toList(),
                List.of(),
                List.of(),
                new ExperimentReport.Conclusions(List.of(), List.of()),
                List.of());
    }

    private ExperimentReport compared(ExperimentReport before, ExperimentReport now) throws IOException {
        Path file = Files.writeString(directory.resolve("results.json"), JsonReport.text(before));
        return Baseline.read(file).addTo(now);
    }

    private static final Map<String, List<Double>> SLOW =
            Map.of("1 thread", List.of(8.0, 8.1, 7.9), "2 threads", List.of(4.0, 4.1, 3.9));

    @Test
    void aPointThatDiffersIsNamedWithItsFactor() throws Exception {
        ExperimentReport both = compared(
                report(3, SLOW),
                report(3, Map.of("1 thread", List.of(8.05, 7.95, 8.0), "2 threads", List.of(2.0, 2.05, 1.95))));
        String finding = both.conclusions().findings().get(0);
        assertTrue(
                finding.startsWith(
                        "Against the baseline of 2026-01-02T03:04:05Z, 1 of 2 points differ by more than chance"
                                + " explains: 2 threads is 2.00 times as fast (95 % interval 1.8"),
                finding);
        assertEquals(List.of(), both.conclusions().warnings());
        assertEquals(2, both.tables().get(0).rows().size());
        Map<String, Object> fields = both.results().stream()
                .filter(result -> result.command().equals("2 threads"))
                .findFirst()
                .orElseThrow()
                .values();
        assertEquals(4.0, (double) fields.get("baseline_mean"), 1e-9);
        assertEquals(2.0, (double) fields.get("baseline_ratio"), 1e-9);
    }

    @Test
    void theSameNumbersDifferNowhere() throws Exception {
        String finding = compared(report(3, SLOW), report(3, SLOW))
                .conclusions()
                .findings()
                .get(0);
        assertTrue(finding.endsWith("no point of 2 differs by more than chance explains."), finding);
    }

    @Test
    void singleRunsTellNothing() throws Exception {
        ExperimentReport once = report(1, Map.of("1 thread", List.of(8.0)));
        String finding = compared(once, once).conclusions().findings().get(0);
        assertTrue(finding.endsWith("differences are unknown, since the points ran only once."), finding);
    }

    @Test
    void otherSettingsAreAWarning() throws Exception {
        assertEquals(
                List.of("The baseline was measured with other settings: runs (3, now 5)."),
                compared(report(3, SLOW), report(5, SLOW)).conclusions().warnings());
    }

    @Test
    void anotherDocumentIsRefused() throws Exception {
        Path file = Files.writeString(directory.resolve("results.json"), "{\"totals\": {}}");
        IOException e = assertThrows(IOException.class, () -> Baseline.read(file));
        assertEquals("it is no results.json of an experiment", e.getMessage());
    }
}
