package pokemon.launch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The tool running in a JVM of its own. Killed with all its descendants when it is closed before its end. */
public final class ToolProcess implements AutoCloseable {
    /** How long anything may take that takes moments, on a busy machine. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Result result;
    private final Result unchecked;
    private final Lines out;
    private final Lines err;

    /** Makes a checked run of what a process left. */
    @FunctionalInterface
    interface Result {
        Run of(int exitCode, List<String> out, List<String> err, Optional<Path> copy) throws IOException;
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

        synchronized void await(String text, int count) throws InterruptedException {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (lines.stream().filter(line -> line.contains(text)).count() < count) {
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

    /**
     * Follows a process.
     *
     * @param unchecked makes the run
     * @param result does so, and checks it
     */
    ToolProcess(Process process, Result unchecked, Result result) {
        this.process = process;
        this.unchecked = unchecked;
        this.result = result;
        this.out = new Lines(process.getInputStream(), "standard output of " + process.pid());
        this.err = new Lines(process.getErrorStream(), "standard error of " + process.pid());
    }

    /** Waits for a line on standard error that contains a text. */
    public void awaitError(String text) throws InterruptedException {
        err.await(text, 1);
    }

    /** Waits for so many lines on standard error that contain a text. */
    public void awaitErrors(String text, int count) throws InterruptedException {
        err.await(text, count);
    }

    public long pid() {
        return process.pid();
    }

    /** Returns the processes below this one. */
    public List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    /** Waits for the end. */
    public Run finish() throws IOException, InterruptedException {
        return finish(Optional.empty());
    }

    /** Waits for the end of a call whose messages went where nobody reads them. */
    public Run finishUnchecked() throws InterruptedException, IOException {
        assertTrue(process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS), "does not end");
        return unchecked.of(process.exitValue(), out.all(), err.all(), Optional.empty());
    }

    /** Waits for the end of a call whose images can only be seen in a copy. */
    public Run finishWithImagesIn(Path copy) throws IOException, InterruptedException {
        return finish(Optional.of(copy));
    }

    private Run finish(Optional<Path> copy) throws IOException, InterruptedException {
        assertTrue(process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS), "does not end");
        return result.of(process.exitValue(), out.all(), err.all(), copy);
    }

    /** Sends a signal, such as {@code KILL}, to a process, or to a whole process group whose id is negative. */
    public static void signal(String name, long target) {
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

    /** Asserts that processes, which need not be children of this JVM, end within a time. */
    public static void assertGone(List<ProcessHandle> processes, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        for (ProcessHandle each : processes) {
            // ProcessHandle.onExit polls as well for the children of others, seconds apart.
            while (isRunning(each)) {
                assertTrue(System.nanoTime() < deadline, () -> "still alive after " + within + ": " + each.pid());
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    /** Does not count the dead whom nobody has buried yet. */
    private static boolean isRunning(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            return process.isAlive() && stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException e) {
            // There is no such process any more, or not even while its state was being read.
            return false;
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
