package pokemon.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pokemon.faults.rows.Row;

@Timeout(60)
final class BackgroundWriterTest {
    /** A stream that takes nothing until it is told to, as a terminal after Ctrl-S. */
    private static final class StoppedStream extends Writer {
        private final CountDownLatch called = new CountDownLatch(1);
        private final CountDownLatch goes = new CountDownLatch(1);
        private final StringWriter text = new StringWriter();

        @Override
        public void write(char[] chars, int offset, int length) throws IOException {
            called.countDown();
            try {
                goes.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            synchronized (this) {
                text.write(chars, offset, length);
                notifyAll();
            }
        }

        synchronized void await(String part) throws InterruptedException {
            while (!text.toString().contains(part)) {
                wait();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        List<String> lines() {
            return text.toString().lines().toList();
        }
    }

    private final StoppedStream stopped = new StoppedStream();

    @Test
    void writesInOrderAndAtOnceWithoutAFlush() throws IOException {
        PipedReader reader = new PipedReader();
        PrintWriter err = new PrintWriter(BackgroundWriter.to(new PipedWriter(reader)));
        err.print("one ");
        err.print("and two");
        StringBuilder read = new StringBuilder();
        while (read.length() < "one and two".length()) {
            read.append((char) reader.read());
        }
        assertEquals("one and two", read.toString());
    }

    @Test
    void aFlushWaitsUntilEverythingIsWritten() {
        StringWriter stream = new StringWriter();
        PrintWriter err = new PrintWriter(BackgroundWriter.to(stream));
        IntStream.range(0, 20_000).forEach(i -> err.println("line " + i));
        err.flush();
        assertEquals(20_000, stream.toString().lines().count());
    }

    @Row(39)
    @Test
    void nobodyWaitsForAStreamThatTakesNothingAndALineTellsWhatIsMissing() throws InterruptedException {
        PrintWriter err = new PrintWriter(BackgroundWriter.to(stopped, 1_000));
        err.println("first");
        stopped.called.await();
        IntStream.range(0, 10_000).forEach(i -> err.println("line " + i));
        err.flush();
        err.flush();
        stopped.goes.countDown();
        stopped.await("missing here" + System.lineSeparator());
        err.println("last");
        stopped.await("last" + System.lineSeparator());
        List<String> lines = stopped.lines();
        int kept = lines.size() - 3;
        assertEquals("first", lines.get(0));
        assertEquals("line " + (kept - 1), lines.get(kept));
        assertEquals(
                "pokemon: standard error was blocked; " + (10_000 - kept) + " lines are missing here",
                lines.get(kept + 1));
        assertEquals("last", lines.get(kept + 2));
    }

    @Row(39)
    @Test
    void aBarThatIsDrawnAgainAndAgainTakesNoMoreRoomThanThereIs() throws InterruptedException {
        BackgroundWriter writer = BackgroundWriter.to(stopped, 1_000);
        PrintWriter err = new PrintWriter(writer);
        err.println("first");
        stopped.called.await();
        IntStream.range(0, 10_000).forEach(i -> err.print("\rbar " + i));
        err.println();
        stopped.goes.countDown();
        stopped.await("missing here");
        assertTrue(stopped.text.toString().length() < 1_200, stopped.text::toString);
    }
}
