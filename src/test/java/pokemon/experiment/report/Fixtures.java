package pokemon.experiment.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pokemon.experiment.chart.Picture;
import pokemon.experiment.statistics.Summary;
import pokemon.experiment.table.Column;
import pokemon.experiment.table.Table;
import pokemon.report.Host;

/** Reports with known content. */
final class Fixtures {
    static final RunMetadata METADATA = new RunMetadata(
            "1.2.3",
            Instant.parse("2026-01-02T03:04:05Z"),
            "pokemon experiment demo --out 'a b'",
            new Host("box", "Linux 6.1", "amd64", 2, "OpenJDK 64-Bit Server VM 17"),
            new Platform(1, List.of("-XX:TieredStopAtLevel=1"), "first tier only (C1)", List.of("Copy"), 500_000_000));

    private Fixtures() {}

    static Table table() {
        return Table.of(
                "results",
                "Time <by> workers",
                List.of(
                        Column.plain("mode", row -> row.get(0)),
                        Column.plain("workers", row -> row.get(1)),
                        Column.of("mean_seconds", "mean [s]", 3, row -> row.get(2)),
                        Column.plain("note", row -> row.get(3))),
                List.of(
                        List.of("T", 1, 1.25, "first, \"quoted\""),
                        List.of("T", 2, 0.123456789, "plain"),
                        Arrays.asList("P", 10, Double.NaN, null)),
                true);
    }

    static ExperimentReport report(List<Picture> pictures) {
        return report(
                pictures,
                new ExperimentReport.Conclusions(
                        List.of("Two threads took 10 % of the time."), List.of("The spread is wide: 1 > 0.")));
    }

    static ExperimentReport report(List<Picture> pictures, ExperimentReport.Conclusions conclusions) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("modes", List.of("T", "P"));
        parameters.put("runs", 3);
        parameters.put("latency_seconds", 0.02);
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("mode", "T");
        point.put("workers", 1);
        return new ExperimentReport(
                new ExperimentReport.Heading("demo", "A demo & more", "Does it \"work\"?"),
                METADATA,
                parameters,
                List.of(
                        new Result(
                                "1 thread",
                                Summary.of(List.of(1.0, 1.5, 1.25)),
                                point,
                                Map.of("images", List.of(3, 4))),
                        new Result("once", Summary.of(List.of(100.0)), Map.of(), Map.of("speedup", Double.NaN))),
                List.of(table()),
                List.of(new ExperimentReport.Listing("Activity", List.of("0.0  001", "0.1  |"))),
                conclusions,
                pictures);
    }
}
