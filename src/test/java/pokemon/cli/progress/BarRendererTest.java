package pokemon.cli.progress;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.cli.process.Terminal;
import pokemon.schedule.run.IdResult.Status;

final class BarRendererTest {
    private final StringWriter err = new StringWriter();

    private String lineAt(AtomicInteger columns, int total) {
        try (BarProgress bar =
                new BarProgress(new PrintWriter(err), total, new Terminal(true, 80, false), columns::get)) {
            bar.settled(Status.SAVED);
            bar.settled(Status.FAILED);
        }
        String[] frames = err.toString().stripTrailing().split("\r", -1);
        return frames[frames.length - 1];
    }

    @Test
    void aWideTerminalShowsEverything() {
        String line = lineAt(new AtomicInteger(100), 4);
        assertTrue(line.matches(" 50 % \\|=+> +\\| 2/4 1 failed [0-9.]+/s 0:00:00 0:00:00 left *"), line);
    }

    @Test
    void theTimeLeftGoesFirst() {
        String line = lineAt(new AtomicInteger(40), 4);
        assertFalse(line.contains("left"), line);
        assertTrue(line.matches(" 50 % (\\|.*\\| )?2/4 1 failed [0-9.]+/s 0:00:00 *"), line);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 10, 20, 30, 39, 60, 200})
    void noLineIsWiderThanTheTerminal(int columns) {
        assertTrue(lineAt(new AtomicInteger(columns), 1_000).length() < Math.max(2, columns));
    }

    @Test
    void aLineThatANarrowerWindowWrappedIsErased() {
        AtomicInteger columns = new AtomicInteger(100);
        try (BarProgress bar = new BarProgress(new PrintWriter(err), 4, new Terminal(true, 100, false), columns::get)) {
            bar.draw("x".repeat(91));
            columns.set(30);
            bar.println("a line in a narrower window");
        }
        // The bar of 91 letters stood in four rows of 30.
        assertTrue(
                err.toString().contains("x\r\033[3A\033[J\r\033[Ka line in a narrower window" + System.lineSeparator()),
                err.toString().replace("\033", "ESC"));
    }
}
