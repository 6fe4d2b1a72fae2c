package pokemon.launch;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import pokemon.schedule.run.WorkerKind;

/** A process of its own, mostly the tool's. It is killed with all its descendants when it is closed before its end. */
public final class ToolProcess implements AutoCloseable {
    /** The limit for anything that takes moments on an idle machine. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Tool tool;
    private final Lines out;
    private final Lines err;

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

    ToolProcess(Process process, Tool tool) {
        this.process = process;
        this.tool = tool;
        this.out = new Lines(process.getInputStream(), "standard output of " + process.pid());
        this.err = new Lines(process.getErrorStream(), "standard error of " + process.pid());
    }

    /** Runs any command to its end. */
    public static Run run(Path directory, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Tool tool = new Tool(WorkerKind.THREADS, directory).inside(directory);
        environment.forEach(tool::environment);
        try (ToolProcess process = tool.start(command)) {
            return process.finishUnchecked();
        }
    }

    /**
     * Runs the packaged program to its end; the words behind the first are arguments of their own whatever they hold.
     */
    public static Run packaged(Path directory, Map<String, String> environment, String words, Object... more)
            throws IOException, InterruptedException {
        return run(directory, environment, packaged(words, more));
    }

    /** Returns the command that starts the packaged program. */
    public static List<String> packaged(String words, Object... more) {
        List<String> command = new ArrayList<>(List.of(System.getProperty("pokemon.launcher")));
        command.addAll(Arrays.asList(words.split(" ", -1)));
        Stream.of(more).map(Object::toString).forEach(command::add);
        return command;
    }

    /** Returns the command that starts a class, and takes further arguments, in a Java such as this one. */
    public static List<String> java(Class<?> main, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return command;
    }

    /** Skips the test on a machine that cannot run a command; returns what the command prints. */
    public static String assumeRuns(String needs, String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("sh", "-c", "\"$@\"", "sh"));
        words.addAll(List.of(command));
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(process.waitFor() == 0, "skipped: needs " + needs);
        return out.strip();
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

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Returns the processes below this one. */
    public List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    /** Waits for the end. */
    public Run finish() throws IOException, InterruptedException {
        return tool.check(finishUnchecked());
    }

    /** Waits for the end, and checks nothing. */
    public Run finishUnchecked() throws IOException, InterruptedException {
        assertTrue(process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS), "does not end");
        return tool.result(process.exitValue(), out.all(), err.all());
    }

    /** Waits for the end of a call whose images can only be seen in a copy. */
    public Run finishWithImagesIn(Path copy) throws IOException, InterruptedException {
        tool.into(copy);
        return finish();
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

    /** Returns whether a process runs; a zombie, which only waits to be reaped, does not. */
    public static boolean isRunning(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            return process.isAlive() && !stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            // It ended meanwhile, or this is not Linux.
            return process.isAlive();
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
