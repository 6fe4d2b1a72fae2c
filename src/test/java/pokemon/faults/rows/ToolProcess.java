package pokemon.faults.rows;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The tool running in a JVM of its own. Killed with all its descendants when it is closed before its end. */
final class ToolProcess implements AutoCloseable {
    /** How long anything may take that takes moments, on a busy machine. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Result result;
    private final Lines out;
    private final Lines err;

    /** Makes a checked run of what a process left. */
    @FunctionalInterface
    interface Result {
        Run of(int exitCode, List<String> out, List<String> err) throws IOException;
    }

    /** Collects the lines of a stream as they come. */
    private static final class Lines {
        private final List<String> lines = new ArrayList<>();
        private final Thread reader;

        Lines(InputStream stream, String name) {
            reader = new Thread(() -> read(stream), name);
            reader.setDaemon(true);
            reader.start();
        }

        private void read(InputStream stream) {
            try (BufferedReader in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    add(line);
                }
            } catch (IOException e) {
                add("the stream was closed: " + e.getMessage());
            }
        }

        private synchronized void add(String line) {
            lines.add(line);
            notifyAll();
        }

        synchronized void await(String text) throws InterruptedException {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (lines.stream().noneMatch(line -> line.contains(text))) {
                long left = deadline - System.nanoTime();
                assertTrue(left > 0, () -> "no line with '" + text + "' in " + lines);
                TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
            }
        }

        List<String> all() throws InterruptedException {
            reader.join(PATIENCE.toMillis());
            synchronized (this) {
                return List.copyOf(lines);
            }
        }
    }

    ToolProcess(Process process, Result result) {
        this.process = process;
        this.result = result;
        this.out = new Lines(process.getInputStream(), "standard output of " + process.pid());
        this.err = new Lines(process.getErrorStream(), "standard error of " + process.pid());
    }

    /** Waits for a line on standard error that contains a text. */
    void awaitError(String text) throws InterruptedException {
        err.await(text);
    }

    long pid() {
        return process.pid();
    }

    /** Returns the processes below this one. */
    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    void closeStandardOutput() throws IOException {
        process.getInputStream().close();
    }

    /** Waits for the end. */
    Run finish() throws IOException, InterruptedException {
        assertTrue(process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS), "does not end");
        return result.of(process.exitValue(), out.all(), err.all());
    }

    /** Sends a signal, such as {@code KILL}, to a process, or to a whole process group whose id is negative. */
    static void signal(String name, long target) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, "--", String.valueOf(target))
                    .inheritIO()
                    .start();
            assertTrue(kill.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS), "kill does not end");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    static void assertGone(List<ProcessHandle> processes, Duration within)
            throws InterruptedException, ExecutionException {
        long deadline = System.nanoTime() + within.toNanos();
        for (ProcessHandle each : processes) {
            try {
                each.onExit().get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                throw new AssertionError("still alive after " + within + ": " + each.pid(), e);
            }
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
