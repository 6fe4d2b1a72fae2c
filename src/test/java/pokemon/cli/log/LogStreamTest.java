package pokemon.cli.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

final class LogStreamTest {
    private static final String TIME = "2026-01-02T03:04:05.678Z [worker 1] ";

    private final List<String> console = new ArrayList<>();
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    private PrintStream to(Optional<Level> shown, Optional<OutputStream> log) {
        return new PrintStream(new LogOutput.LogStream(shown, log, console::add), false, StandardCharsets.UTF_8);
    }

    private static void print(PrintStream stream, String... events) {
        for (String event : events) {
            stream.println(event);
            stream.flush();
        }
    }

    @Test
    void showsEverythingAsItComesWithoutALevel() {
        print(to(Optional.empty(), Optional.empty()), "DEBUG a - n\u00e4h", "a library says so");
        assertEquals(List.of("DEBUG a - n\u00e4h", "a library says so"), console);
    }

    @Test
    void writesAllToTheFileAndShowsOnlyTheLevelsThatAreWanted() {
        PrintStream stream = to(Optional.of(Level.INFO), Optional.of(file));
        print(stream, TIME + "DEBUG a - one", TIME + "INFO a - two", TIME + "WARN a - three\n\tat somewhere", "raw");
        assertEquals(List.of("INFO a - two", "WARN a - three", "\tat somewhere", "raw"), console);
        assertEquals(5, file.toString(StandardCharsets.UTF_8).lines().count());
        assertEquals(
                TIME + "DEBUG a - one",
                file.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow());
    }

    @Test
    void tellsOnceThatTheFileEndsAndGoesOn() {
        PrintStream stream = to(Optional.of(Level.WARN), Optional.of(new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("No space left on device");
            }
        }));
        print(stream, TIME + "INFO a - one", TIME + "INFO a - two", TIME + "ERROR a - three");
        assertEquals(
                List.of("pokemon: --log-file: the log ends here: No space left on device", "ERROR a - three"), console);
    }
}
