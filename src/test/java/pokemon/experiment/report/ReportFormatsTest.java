package pokemon.experiment.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pokemon.experiment.chart.Axis;
import pokemon.experiment.chart.Chart;
import pokemon.experiment.chart.Charts;
import pokemon.experiment.chart.Panel;
import pokemon.experiment.chart.Picture;
import pokemon.experiment.chart.Series;
import pokemon.experiment.table.TableFormats;

/** The formats that scripts and people read are sealed by files. */
final class ReportFormatsTest {
    private static String golden(String name) throws IOException {
        try (InputStream in = ReportFormatsTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void jsonIsAsSealed() throws IOException {
        assertEquals(golden("results.json"), JsonReport.text(Fixtures.report(List.of())));
    }

    @Test
    void csvIsAsSealed() throws IOException {
        assertEquals(golden("results.csv"), TableFormats.csv(Fixtures.table()));
    }

    @Test
    void gnuplotDataIsAsSealed() throws IOException {
        assertEquals(golden("results.dat"), TableFormats.dat(Fixtures.table()));
    }

    @Test
    void thePageIsAsSealed() throws IOException {
        String page = HtmlPage.text(Fixtures.report(List.of()));
        assertEquals(golden("report.html"), page.replaceAll("(?s)<style>.*</style>", "<style>...</style>"));
    }

    @Test
    void thePageHasTheColoursOfThePictures() throws IOException {
        String page = HtmlPage.text(Fixtures.report(List.of()));
        for (int i = 0; i < Charts.PALETTE.size(); i++) {
            String property = String.format(
                    "--series-%d: #%06x;", i, Charts.PALETTE.get(i).getRGB() & 0xFFFFFF);
            assertTrue(page.contains(property), property);
        }
    }

    @Test
    void aChartIsASectionThatIsWholeWithoutScript() throws IOException {
        Series.Point point = new Series.Point(2, 1.25, 0.5, List.of(0.75, 1.75));
        Panel panel = new Panel(
                "How long </script>?",
                "2 cores",
                Axis.counts("number of workers", List.of(2)),
                Axis.linear("time [s]"),
                List.of(new Series("threads", 0, Series.Kind.MEASURED, List.of(point))));
        Picture picture = Chart.of("time", "The time.", panel).picture();
        String page = HtmlPage.text(Fixtures.report(List.of(picture)));
        String section = page.substring(page.indexOf("<section"), page.indexOf("</section>"));
        assertTrue(section.contains("<h3>How long &lt;/script&gt;?</h3>\n<p class=\"subtitle\">2 cores</p>"), section);
        assertTrue(section.contains("<svg "), section);
        assertTrue(section.contains("<td class=\"text\">threads</td><td>2</td><td>1.25</td><td>0.5</td>"), section);
        assertTrue(section.contains("0.75, 1.75"), section);
        String json = section.substring(
                section.indexOf("json\">") + 6, section.indexOf("</script>", section.indexOf("json\">")));
        JsonNode data = new ObjectMapper().readTree(json);
        assertEquals("How long </script>?", data.get("title").asText());
        assertEquals(
                "{\"x\":2,\"y\":1.25,\"spread\":0.5,\"runs\":[0.75,1.75]}",
                data.at("/series/0/points/0").toString());
    }

    @Test
    void warningsComeBeforeFindingsAndThreeOfThemBeforeTheRest() throws IOException {
        ExperimentReport many = Fixtures.report(
                List.of(),
                new ExperimentReport.Conclusions(List.of("one.", "two.", "three.", "four."), List.of("doubt.")));
        String page = HtmlPage.text(many);
        List<Integer> places = Stream.of("doubt.", "In short", "one.", "three.", "More findings", "four.", "<table>")
                .map(page::indexOf)
                .toList();
        assertEquals(places.stream().sorted().toList(), places);
        assertTrue(places.get(0) > 0, page);
    }

    @Test
    void theLinesForTheTerminalAreAsSealed() throws IOException {
        assertEquals(golden("report.txt"), String.join("\n", ReportText.lines(Fixtures.report(List.of()))) + "\n");
    }
}
