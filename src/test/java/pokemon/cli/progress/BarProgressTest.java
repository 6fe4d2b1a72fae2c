package pokemon.cli.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pokemon.cli.process.Terminal;
import pokemon.schedule.run.IdResult.Status;

final class BarProgressTest {
    private static final String CLEAR_LINE = "\033[K";

    private final StringWriter err = new StringWriter();

    private BarProgress bar(int total, int columns, boolean unicode) {
        return new BarProgress(new PrintWriter(err), total, new Terminal(true, columns, unicode));
    }

    /** Everything that stood in the line at some time, from the first column on. */
    private List<String> frames() {
        return Arrays.stream(err.toString().split("[\r\n]+", -1))
                .filter(frame -> !frame.isEmpty())
                .toList();
    }

    private String lastFrame() {
        return frames().get(frames().size() - 1);
    }

    @Test
    void showsInTheEndHowManyAreDoneAndHowManyFailed() {
        try (BarProgress bar = bar(3, 80, false)) {
            bar.settled(Status.SAVED);
            bar.settled(Status.FAILED);
            bar.settled(Status.SAVED);
        }
        assertTrue(lastFrame().contains("3/3"), lastFrame());
        assertTrue(lastFrame().contains("1 failed"), lastFrame());
        assertTrue(err.toString().endsWith("\n"));
    }

    @Test
    void speaksOfNoFailureWhenThereIsNone() {
        try (BarProgress bar = bar(3, 80, false)) {
            bar.settled(Status.SAVED);
        }
        assertTrue(lastFrame().contains("1/3"), lastFrame());
        assertFalse(lastFrame().contains("failed"), lastFrame());
    }

    @ParameterizedTest
    @CsvSource({"80, true", "80, false", "40, true", "40, false"})
    void staysWithinTheTerminal(int columns, boolean unicode) {
        try (BarProgress bar = bar(1_000_000, columns, unicode)) {
            for (int i = 0; i < 12_345; i++) {
                bar.settled(Status.FAILED);
            }
            bar.println("line");
        }
        List<String> frames =
                frames().stream().filter(frame -> !frame.startsWith(CLEAR_LINE)).toList();
        assertFalse(frames.isEmpty());
        frames.forEach(frame -> assertTrue(frame.length() < columns, frame));
    }

    @Test
    void letsLinesOfManyThreadsThroughWhole() throws InterruptedException {
        List<String> lines = IntStream.range(0, 4_000)
                .mapToObj(i -> "line " + i + " is whole")
                .sorted()
                .toList();
        Queue<String> queue = new ConcurrentLinkedQueue<>(lines);
        try (BarProgress bar = bar(lines.size(), 80, true)) {
            List<Thread> threads = IntStream.range(0, 8)
                    .mapToObj(i -> new Thread(() -> printAll(queue, bar)))
                    .toList();
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        List<String> shown = err.toString()
                .lines()
                .filter(line -> line.contains(CLEAR_LINE))
                .map(line -> line.substring(line.indexOf(CLEAR_LINE) + CLEAR_LINE.length()))
                .sorted()
                .toList();
        assertEquals(lines, shown);
    }

    private static void printAll(Queue<String> queue, BarProgress bar) {
        for (String line = queue.poll(); line != null; line = queue.poll()) {
            bar.settled(Status.SAVED);
            bar.println(line);
        }
    }

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
