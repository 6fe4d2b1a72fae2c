package pokemon.experiment.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pokemon.experiment.statistics.Summary;

final class ChartPainterTest {
    /** Wide and low, as only a dot of a run is: a closed path of four arcs without fill. */
    private static final Pattern DOT = Pattern.compile("<path d=\"M[^L\"]*C[^L\"]*Z\" style=\"fill:none;");

    private static Series series(Series.Kind kind, Double... runs) {
        double x = kind == Series.Kind.BARS ? 0 : 4;
        return new Series("threads", 0, kind, List.of(Series.Point.of(x, Summary.of(List.of(runs)))));
    }

    private static String lines(Axis x, Axis y, Series... series) throws IOException {
        Panel panel = new Panel("How long?", "ids 1 to 30, 2 cores", x, y, List.of(series));
        return svg(Chart.of("time", "The time.", panel).picture());
    }

    private static String bars(Series... series) throws IOException {
        Axis names = Axis.categories("how", List.of("unsafe"));
        return svg(Chart.of("bars", "Bars.", new Panel("Which?", "", names, Axis.linear("time [s]"), List.of(series)))
                .picture());
    }

    private static String svg(Picture picture) throws IOException {
        return new String(PictureFiles.svg(picture), StandardCharsets.UTF_8);
    }

    private static List<String> texts(String svg) {
        return Pattern.compile("<text[^>]*>([^<]*)</text>")
                .matcher(svg)
                .results()
                .map(text -> text.group(1))
                .toList();
    }

    private static Axis workers(Integer... counts) {
        return Axis.counts("number of workers", List.of(counts));
    }

    @Test
    void everyWordOfAChartIsText() throws IOException {
        Series computed = Series.of("ideal", Series.NEUTRAL, Series.Kind.DASHED, List.of(4), n -> n, n -> 1);
        List<String> texts =
                texts(lines(workers(4), Axis.linear("time [s]"), series(Series.Kind.MEASURED, 1.0, 3.0), computed));
        assertTrue(
                texts.containsAll(List.of(
                        "How long?", "ids 1 to 30, 2 cores", "number of workers", "time [s]", "threads", "ideal")),
                texts::toString);
    }

    @Test
    void onePointIsLabelledAtItsNumberAlone() throws IOException {
        List<String> texts = texts(lines(workers(4), Axis.linear("time [s]"), series(Series.Kind.MEASURED, 2.0)));
        assertEquals(List.of("4"), texts.subList(2, texts.indexOf("number of workers")));
    }

    @Test
    void workersThatDoubleAreLabelledAtPowersOfTwo() throws IOException {
        Series series = Series.of("threads", 0, Series.Kind.MEASURED, List.of(1, 2, 4, 8), n -> n, n -> 1.0 / n);
        List<String> texts = texts(lines(workers(1, 2, 4, 8), Axis.linear("time [s]"), series));
        assertEquals(List.of("1", "2", "4", "8"), texts.subList(2, texts.indexOf("number of workers")));
    }

    @Test
    void anErrorBarShowsOnTheFillOfItsBar() throws IOException {
        String svg = bars(series(Series.Kind.BARS, 1.0, 2.0, 3.0, 4.0));
        MatchResult fill = Pattern.compile(
                        "<rect [^>]*style=\"fill:rgb\\(0,114,178\\);fill-opacity:0\\.5[^>]*y=\"([0-9.]+)\"")
                .matcher(svg)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError(svg));
        double top = Double.parseDouble(fill.group(1));
        boolean crosses = Pattern.compile(
                        "<line style=\"[^\"]*stroke:rgb\\(34,34,34\\)[^>]*y1=\"([0-9.]+)\" y2=\"([0-9.]+)\"")
                .matcher(svg)
                .results()
                .anyMatch(line -> {
                    double one = Double.parseDouble(line.group(1));
                    double other = Double.parseDouble(line.group(2));
                    return Math.min(one, other) < top && Math.max(one, other) > top;
                });
        assertTrue(crosses, svg);
    }

    @Test
    void twoOrThreeRunsAreDots() throws IOException {
        for (Series.Kind kind : List.of(Series.Kind.MEASURED, Series.Kind.BARS)) {
            int base = dots(kind, 2.0);
            assertEquals(base + 2, dots(kind, 1.0, 3.0), kind::name);
            assertEquals(base + 3, dots(kind, 1.0, 2.0, 3.0), kind::name);
            assertEquals(base, dots(kind, 1.0, 2.0, 3.0, 4.0), kind::name);
        }
    }

    private static int dots(Series.Kind kind, Double... runs) throws IOException {
        String svg = kind == Series.Kind.BARS
                ? bars(series(kind, runs))
                : lines(workers(4), Axis.linear("time [s]"), series(kind, runs));
        return (int) DOT.matcher(svg).results().count();
    }

    @Test
    void aSpreadBelowZeroStaysOnAnAxisOfEqualFactors() throws IOException {
        Axis log = new Axis("time [s]", Axis.Scale.LOG10, List.of());
        String svg = lines(workers(4), log, series(Series.Kind.MEASURED, 0.1, 9.0));
        assertFalse(svg.contains("NaN"), svg);
        assertTrue(texts(svg).containsAll(List.of("5", "10")), svg);
    }

    @Test
    void panelsStandSideBySide() {
        Panel panel = new Panel(
                "How long?", "", workers(4), Axis.linear("time [s]"), List.of(series(Series.Kind.MEASURED, 1.0)));
        Picture one = Chart.of("one", "One.", panel).picture();
        Picture three = new Chart("three", "Three.", 2, List.of(panel, panel, panel)).picture();
        assertEquals(2 * one.width(), three.width());
        assertEquals(2 * one.height(), three.height());
    }
}
