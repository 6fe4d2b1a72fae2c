package pokemon.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pokemon.faults.FaultServer;
import pokemon.launch.Invocation;
import pokemon.launch.Listing;

/** Runs that only say what they would do. */
final class DryRunTest {
    @TempDir
    private Path temporary;

    private Path directory() {
        return temporary.resolve("images");
    }

    private static List<String> told(String words, Object... more) {
        Invocation run = Invocation.ok("--dry-run " + words, more);
        assertEquals("", run.err());
        return run.outLines();
    }

    @Test
    void sayWhatTheyWouldDoAndTouchNothing() throws IOException {
        try (FaultServer server = FaultServer.start()) {
            Path report = temporary.resolve("report.json");
            String source = server.baseUri() + "a/{id}?full";
            List<String> lines = told(
                    "--ids 7,1000 P 2 --ca-certificate=missing.pem", directory(), "--json", report, "--source", source);
            assertEquals(
                    List.of(
                            server.baseUri() + "a/007?full -> " + directory().resolve("007.png"),
                            server.baseUri() + "a/1000?full -> " + directory().resolve("1000.png")),
                    lines);
            assertEquals(0, server.connections());
        }
        assertEquals(List.of(), Listing.names(temporary));
    }

    @Test
    void sayWhatResumeWouldSkip() throws IOException {
        Invocation.ok("1 2 T 1", directory(), "--source=embedded");
        Files.write(directory().resolve("002.png"), new byte[] {0}, StandardOpenOption.APPEND);
        Path complete = directory().resolve("001.png");
        assertEquals(
                List.of(
                        "skip " + complete + ": a complete image is there already",
                        "embedded:002.png -> " + directory().resolve("002.png"),
                        "embedded:003.png -> " + directory().resolve("003.png")),
                told("--resume 1 3 T 1", directory(), "--source=embedded"));
        assertEquals(
                "embedded:001.png -> " + complete,
                told("1 1 T 1", directory(), "--source=embedded").get(0));
    }

    @Test
    void refuseWhatARunWouldRefuse() {
        Invocation.line("--dry-run 1 2 T 1", directory(), "--source=ftp://127.0.0.1/")
                .assertRefusedBecause("ftp://");
        assertFalse(Files.exists(directory()));
    }
}
