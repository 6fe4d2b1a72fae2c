package pokemon.experiment.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import pokemon.experiment.statistics.MeanTest;
import pokemon.experiment.statistics.MeanTest.Verdict;
import pokemon.experiment.statistics.Ratio;
import pokemon.experiment.statistics.Summary;
import pokemon.experiment.table.Column;
import pokemon.experiment.table.Figures;
import pokemon.experiment.table.Table;

/**
 * An earlier result of an experiment, for comparison with a new one point by point.
 *
 * @param times the times of each point by its label, in seconds
 */
public record Baseline(
        String experiment, String startedAt, JsonNode parameters, JsonNode host, Map<String, Summary> times) {
    private static final Column<Point> BEFORE =
            new Column<>("baseline_mean", "baseline_seconds", "baseline [s]", 3, point -> point.before.mean());
    private static final Column<Point> RATIO =
            new Column<>("baseline_ratio", "ratio", "times as fast", 3, point -> point.ratio()
                    .value());
    private static final Column<Point> P =
            new Column<>("baseline_p", "p", "p", 4, point -> MeanTest.pValue(point.now, point.before)
                    .orElse(Double.NaN));
    private static final List<Column<Point>> COLUMNS = List.of(
            Column.plain("command", Point::command),
            BEFORE,
            Column.seconds("mean", point -> point.now.mean()),
            RATIO,
            Column.of("ratio_low", "from", 3, point -> point.ratio().low()),
            Column.of("ratio_high", "to", 3, point -> point.ratio().high()),
            P);

    private record Point(String command, Summary before, Summary now) {
        Ratio ratio() {
            return Ratio.of(before, now, 1);
        }
    }

    /**
     * Reads a {@code results.json}.
     *
     * @throws IOException when it cannot be read, or is something else; the message says what
     */
    public static Baseline read(Path file) throws IOException {
        JsonNode document = tree(Files.readString(file));
        Map<String, Summary> times = new LinkedHashMap<>();
        for (JsonNode result : document.path("results")) {
            List<Double> samples = StreamSupport.stream(result.path("times").spliterator(), false)
                    .filter(JsonNode::isNumber)
                    .map(JsonNode::asDouble)
                    .toList();
            if (!samples.isEmpty()) {
                times.put(result.path("command").asText(), Summary.of(samples));
            }
        }
        if (!document.path("experiment").isTextual() || times.isEmpty()) {
            throw new IOException("it is no results.json of an experiment");
        }
        return new Baseline(
                document.path("experiment").asText(),
                document.path("started_at").asText(),
                document.path("parameters"),
                document.path("host"),
                times);
    }

    private static JsonNode tree(String text) throws IOException {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IOException("it is no JSON", e);
        }
    }

    /** Returns a report with a comparison with this baseline: a table, fields of the results, findings and warnings. */
    public ExperimentReport addTo(ExperimentReport report) {
        List<Point> points = report.results().stream()
                .map(this::point)
                .flatMap(Optional::stream)
                .toList();
        return new ExperimentReport(
                report.heading(),
                report.metadata(),
                report.parameters(),
                report.results().stream().map(this::withFields).toList(),
                append(
                        report.tables(),
                        List.of(Table.of("baseline", "Against the baseline of " + startedAt, COLUMNS, points, false))),
                report.listings(),
                new ExperimentReport.Conclusions(
                        append(report.conclusions().findings(), List.of(finding(points))),
                        append(report.conclusions().warnings(), warnings(report))),
                report.pictures());
    }

    private Optional<Point> point(Result result) {
        return Optional.ofNullable(times.get(result.command()))
                .map(before -> new Point(result.command(), before, result.times()));
    }

    private Result withFields(Result result) {
        return point(result)
                .map(point -> result.with(Column.fields(List.of(BEFORE, RATIO, P), point)))
                .orElse(result);
    }

    private static <T> List<T> append(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private String finding(List<Point> points) {
        String begin = "Against the baseline of " + startedAt + ", ";
        if (points.isEmpty()) {
            return begin + "no point was measured in both.";
        }
        if (points.stream().allMatch(point -> verdict(point, points) == Verdict.UNKNOWN)) {
            return begin + "differences are unknown, since the points ran only once.";
        }
        List<String> different = points.stream()
                .filter(point -> verdict(point, points) == Verdict.DIFFERENT)
                .map(point ->
                        point.command + " is " + Figures.timesAsFast(Ratio.of(point.before, point.now, points.size())))
                .toList();
        return begin
                + (different.isEmpty()
                        ? Figures.text("no point of %d differs by more than chance explains.", points.size())
                        : Figures.text(
                                        "%d of %d points differ by more than chance explains: ",
                                        different.size(), points.size())
                                + String.join("; ", different) + ".");
    }

    private static Verdict verdict(Point point, List<Point> points) {
        return MeanTest.verdict(point.now, point.before, points.size());
    }

    /** Returns warnings about different settings and about another machine. */
    private List<String> warnings(ExperimentReport report) {
        JsonNode now = new ObjectMapper().valueToTree(report.parameters());
        TreeSet<String> names = new TreeSet<>();
        now.fieldNames().forEachRemaining(names::add);
        List<String> different = new ArrayList<>();
        for (String name : names) {
            // What was found about other programs is no setting.
            boolean measured = name.startsWith("others_cpu_share");
            // An earlier version may lack a setting.
            if (!measured
                    && parameters.has(name)
                    && !text(parameters.path(name)).equals(text(now.path(name)))) {
                different.add(name + " (" + text(parameters.path(name)) + ", now " + text(now.path(name)) + ")");
            }
        }
        List<String> warnings = new ArrayList<>();
        if (!different.isEmpty()) {
            warnings.add("The baseline was measured with other settings: " + String.join(", ", different) + ".");
        }
        Optional.of(host.path("name").asText())
                .filter(name -> !name.equals(report.metadata().host().name()))
                .ifPresent(name -> warnings.add("The baseline was measured on another machine: " + name + "."));
        return warnings;
    }

    private static String text(JsonNode value) {
        return value.isMissingNode()
                ? "none"
                : value.isNumber() ? Figures.exact(value.asDouble()).toPlainString() : value.toString();
    }
}
