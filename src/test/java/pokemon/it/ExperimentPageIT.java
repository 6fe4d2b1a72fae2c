package pokemon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pokemon.experiment.chart.Axis;
import pokemon.experiment.chart.Chart;
import pokemon.experiment.chart.Panel;
import pokemon.experiment.chart.Picture;
import pokemon.experiment.chart.Series;
import pokemon.experiment.report.ExperimentReport;
import pokemon.experiment.report.Platform;
import pokemon.experiment.report.ReportFiles;
import pokemon.experiment.report.RunMetadata;
import pokemon.experiment.statistics.Summary;
import pokemon.report.Host;

/** The page of an experiment in a real browser. */
final class ExperimentPageIT {
    /** Looks at the page inside a frame of the width of a telephone, and notes what it finds. */
    private static final String FRAME = """
            <!DOCTYPE html><meta charset="utf-8"><body>
            <iframe style="width: 360px; height: 800px; border: 0" sandbox="%s"></iframe>
            <script>
            const frame = document.querySelector('iframe');
            const settled = () => new Promise(done => setTimeout(done, 200));
            const look = async () => {
              const page = frame.contentDocument;
              const view = frame.contentWindow;
              await settled();
              const notes = {};
              const style = (element, name) => view.getComputedStyle(element)[name];
              notes.beyond = page.documentElement.scrollWidth - page.documentElement.clientWidth;
              notes.paper = style(page.body, 'backgroundColor');
              notes.live = page.querySelectorAll('.panel.live').length;
              const drawing = page.querySelector('.static');
              notes.shown = style(drawing, 'display') !== 'none';
              notes.svgInk = style(page.querySelector('.static text'), 'fill');
              notes.white = [...page.querySelectorAll('svg rect')]
                .filter(rect => style(rect, 'fill') === 'rgb(255, 255, 255)').length;
              if (notes.shown) {
                const text = page.querySelector('.static text');
                notes.textSize = parseFloat(style(text, 'fontSize')) * text.getScreenCTM().a;
                notes.tableRows = page.querySelectorAll('.panel tbody tr').length;
              }
              if (notes.live > 0) {
                const section = page.querySelector('.panel');
                const canvas = section.querySelector('canvas');
                const chart = view.Chart.getChart(canvas);
                notes.canvasInk = chart.scales.y.options.ticks.color;
                const place = canvas.getBoundingClientRect();
                const point = chart.getDatasetMeta(0).data[1];
                canvas.dispatchEvent(new view.MouseEvent('mousemove', { bubbles: true,
                  clientX: place.left + point.x, clientY: place.top + point.y }));
                await settled();
                notes.hover = chart.tooltip.opacity > 0 ?
                  [...chart.tooltip.title, ...chart.tooltip.body.flatMap(body => [...body.lines, ...body.after])] : [];
                notes.ticks = chart.scales.x.ticks.map(tick => tick.label);
                const key = section.querySelector('button');
                notes.keys = [...section.querySelectorAll('button')].map(button => button.textContent);
                const before = chart.scales.y.max;
                key.click();
                notes.hidden = !chart.isDatasetVisible(0);
                notes.pressed = key.getAttribute('aria-pressed');
                notes.rescaled = chart.scales.y.max < before;
                key.click();
                notes.back = chart.isDatasetVisible(0);
                const boxes = [...section.querySelectorAll('input')];
                notes.switches = boxes.map(box => box.parentElement.textContent + ' ' + box.checked);
                boxes[1].click();
                notes.y = chart.scales.y.type;
                boxes[1].click();
                notes.each = [];
                for (const panel of page.querySelectorAll('.panel.live')) {
                  const picture = panel.querySelector('canvas');
                  const drawn = view.Chart.getChart(picture);
                  const where = picture.getBoundingClientRect();
                  const { x, y } = drawn.getDatasetMeta(0).data[0];
                  picture.dispatchEvent(new view.MouseEvent('mousemove',
                    { bubbles: true, clientX: where.left + x, clientY: where.top + y + 1 }));
                  await settled();
                  const hovered = drawn.tooltip.opacity > 0;
                  const first = panel.querySelector('button');
                  first?.click();
                  const toggled = !first || !drawn.isDatasetVisible(0);
                  first?.click();
                  notes.each.push(hovered && toggled && drawn.isDatasetVisible(0));
                }
                notes.barSwitches = page.querySelectorAll('.panel')[1].querySelectorAll('input').length;
              }
              document.body.dataset.notes = btoa(JSON.stringify(notes, (_, value) => typeof value === 'string'
                ? value.replace('±', '+-') : value));
            };
            frame.addEventListener('load', () => look().catch(error => {
              document.body.dataset.notes = btoa(JSON.stringify({ error: String(error) }));
            }));
            // In virtual time the browser draws few frames, and the library waits for one after each event.
            frame.srcdoc = new TextDecoder().decode(Uint8Array.from(atob('%s'), c => c.charCodeAt(0)))
              .replace('<head>', '<head><script>requestAnimationFrame = done => setTimeout(done, 16)</' + 'script>');
            </script>
            """;

    @TempDir
    private Path temporary;

    private static Series series(String name, int colour, double first) {
        return new Series(
                name,
                colour,
                Series.Kind.MEASURED,
                List.of(
                        Series.Point.of(1, Summary.of(List.of(first, first + 0.5))),
                        Series.Point.of(2, Summary.of(List.of(first / 2, first / 2 + 0.5))),
                        Series.Point.of(4, Summary.of(List.of(first / 4, first / 4 + 0.5)))));
    }

    private static List<Picture> pictures() {
        Panel lines = new Panel(
                "How long does a download take?",
                "ids 1 to 30, latency 20 ms, 2 cores, mean of 2 runs ± standard deviation, dots: single runs",
                Axis.counts("number of workers", List.of(1, 2, 4)),
                Axis.linear("time [s]"),
                List.of(series("processes", 1, 40), series("threads", 0, 8)));
        Panel bars = new Panel(
                "Which draws twice?",
                "2 cores",
                Axis.categories("how ids are drawn", List.of("unsafe", "atomic")),
                Axis.linear("share [%]"),
                List.of(new Series(
                        "share",
                        0,
                        Series.Kind.BARS,
                        List.of(
                                Series.Point.of(0, Summary.of(List.of(3.0, 5.0))),
                                Series.Point.of(1, Summary.of(List.of(0.0, 0.0)))))));
        return List.of(
                Chart.of("time", "Wall time.", lines).picture(),
                Chart.of("twice", "Shares.", bars).picture());
    }

    @BeforeEach
    void makeAPage() throws IOException {
        RunMetadata metadata = new RunMetadata(
                "1.0",
                Instant.parse("2026-01-02T03:04:05Z"),
                "pokemon experiment demo --out /a/rather/long/path/without/any/place/to/break/it/but/the/slashes",
                new Host("box", "Linux", "amd64", 2, "JVM 17"),
                Platform.current());
        ExperimentReport report = new ExperimentReport(
                new ExperimentReport.Heading("demo", "A demo", "Does it work?"),
                metadata,
                Map.of("modes", List.of("T", "P")),
                List.of(),
                List.of(),
                List.of(),
                new ExperimentReport.Conclusions(List.of("It does."), List.of("The spread is wide.")),
                pictures());
        ReportFiles.write(report, temporary);
    }

    private JsonNode look(boolean scripts, String... options) throws IOException, InterruptedException {
        Path frame = temporary.resolve("frame.html");
        String content = Base64.getEncoder().encodeToString(Files.readAllBytes(temporary.resolve("report.html")));
        Files.writeString(
                frame,
                FRAME.replaceFirst("%s", "allow-same-origin" + (scripts ? " allow-scripts" : ""))
                        .replace("%s", content));
        String notes = new Browser(temporary).notes(frame.toUri().toString(), options);
        JsonNode found = new ObjectMapper().readTree(Base64.getDecoder().decode(notes));
        assertFalse(found.has("error"), found::toString);
        assertEquals(0, found.get("beyond").asInt(), "the page is wider than the telephone");
        assertEquals(0, found.get("white").asInt(), "white cards");
        return found;
    }

    @Test
    void chartsAnswerToThePointerTheirKeysAndTheirSwitches() throws Exception {
        JsonNode found = look(true);
        assertEquals(2, found.get("live").asInt());
        assertFalse(found.get("shown").asBoolean(), "the static chart is still there");
        assertEquals(
                "[\"number of workers: 2\",\"time [s]\",\"processes: 20.25 +- 0.3536\",\"runs: 20, 20.5\","
                        + "\"threads: 4.25 +- 0.3536\",\"runs: 4, 4.5\"]",
                found.get("hover").toString());
        assertEquals("[\"1\",\"2\",\"4\"]", found.get("ticks").toString());
        assertEquals("[\"processes\",\"threads\"]", found.get("keys").toString());
        assertTrue(found.get("hidden").asBoolean());
        assertEquals("false", found.get("pressed").asText());
        assertTrue(found.get("rescaled").asBoolean());
        assertTrue(found.get("back").asBoolean());
        assertEquals(
                "[\"x logarithmic true\",\"y logarithmic false\"]",
                found.get("switches").toString());
        assertEquals("logarithmic", found.get("y").asText());
        assertEquals("[true,true]", found.get("each").toString());
        assertEquals(0, found.get("barSwitches").asInt());
        assertEquals("rgb(255, 255, 255)", found.get("paper").asText());
    }

    @Test
    void chartsAreDarkAtNight() throws Exception {
        JsonNode found = look(true, "--blink-settings=preferredColorScheme=0");
        assertEquals("rgb(18, 22, 27)", found.get("paper").asText());
        assertEquals("#e6edf3", found.get("canvasInk").asText());
        assertEquals("rgb(230, 237, 243)", found.get("svgInk").asText());
    }

    @Test
    void chartsAreWholeWithoutScript() throws Exception {
        JsonNode found = look(false, "--blink-settings=preferredColorScheme=0");
        assertEquals(0, found.get("live").asInt());
        assertTrue(found.get("shown").asBoolean());
        assertEquals("rgb(230, 237, 243)", found.get("svgInk").asText());
        assertTrue(found.get("textSize").asDouble() >= 11, found::toString);
        assertEquals(8, found.get("tableRows").asInt());
    }
}
