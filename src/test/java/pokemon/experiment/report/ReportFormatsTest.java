package pokemon.experiment.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

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
        assertEquals(golden("report.html"), HtmlPage.text(Fixtures.report(List.of())));
    }

    @Test
    void theLinesForTheTerminalAreAsSealed() throws IOException {
        assertEquals(golden("report.txt"), String.join("\n", ReportText.lines(Fixtures.report(List.of()))) + "\n");
    }
}
