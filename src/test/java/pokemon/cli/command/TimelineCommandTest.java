package pokemon.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pokemon.cli.process.ExitCode;
import pokemon.launch.Invocation;

/** {@code pokemon timeline}. */
final class TimelineCommandTest {
    @TempDir
    private Path temporary;

    @Test
    void drawsARunOfProcessesFromAFlakyMirror() throws IOException {
        Path report = temporary.resolve("report.json");
        Path page = temporary.resolve("page.html");
        String words = "1 24 P 2 -q --source embedded --fault server-error=0.3 --attempts 10";
        Invocation.ok(words, temporary.resolve("images"), "--json", report);
        Invocation drawn = Invocation.ok("timeline", report, "-o", page);
        int again = 0;
        String text = Files.readString(page);
        for (JsonNode id : new ObjectMapper().readTree(report.toFile()).get("ids")) {
            int attempts = id.get("attempts").asInt();
            again += attempts > 1 ? 1 : 0;
            String about = String.format(
                    "<title>%03d: saved%s, ",
                    id.get("id").asInt(), attempts > 1 ? " after " + attempts + " attempts" : "");
            assertTrue(text.contains(about), about);
            for (int attempt = 1; attempt < attempts; attempt++) {
                String failed = String.format(
                        "<title>%03d: attempt %d of %d failed: the server answered 50",
                        id.get("id").asInt(), attempt, attempts);
                assertTrue(text.contains(failed), failed);
            }
        }
        assertFalse(text.contains("has no times"), "all attempts are drawn");
        assertTrue(again > 0, "some were tried again");
        assertEquals(List.of(page + ": 24 images, " + again + " tried again, 0 failed"), drawn.outLines());
        assertEquals(2, text.split("<rect class=\"start\"", -1).length - 1, "each process starts once");
        assertTrue(text.contains("<title>Timeline of the ids 1-24: 2 processes, "), "with a title");
        assertTrue(text.contains("<rect class=\"write\""), "with phases");
    }

    @Test
    void saysInOneLineWhatIsWrongWithAReport() throws IOException {
        Path missing = temporary.resolve("missing.json");
        Invocation.line("timeline", missing).assertFailed(ExitCode.CANNOT_START, "no such file: " + missing);
        Path foreign = Files.writeString(temporary.resolve("foreign.json"), "{\"ids\": 3}");
        Invocation.line("timeline", foreign)
                .assertFailed(ExitCode.CANNOT_START, foreign + " is no report of a run, as --json writes it");
    }

    @Test
    void doesNoHarmToOtherFiles() throws IOException {
        Path report = Files.writeString(
                temporary.resolve("report.json"),
                "{\"schema_version\": 1, \"ids\": [], \"seconds\": 0, \"parameters\": {\"tp\": \"T\"}}");
        String before = Files.readString(report);
        Invocation.line("timeline", report, "-o", report)
                .assertRefused("--out: the page would replace the report " + report);
        assertEquals(before, Files.readString(report));
        Path page = temporary.resolve("none").resolve("page.html");
        Invocation.line("timeline", report, "--out", page)
                .assertFailed(ExitCode.CANNOT_START, "--out: no such directory: " + page.getParent());
        assertFalse(Files.exists(page.getParent()));
    }
}
