package pokemon.experiment.compare.work;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Does the work with a new child JVM for each worker, with the Java, the options and the class path of this JVM. */
public final class ProcessRun {
    /** Limit for the start and the end of all children. */
    private static final Duration MAX_START = Duration.ofMinutes(2);

    private static final long KILL_SECONDS = 10;

    private static final Pattern REPORT = Pattern.compile("begun ([0-9]+) nanos ([0-9]+)");

    // The same compiler and collector as here, so that processes are compared and not options.
    private static final List<String> JVM_OPTIONS = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(option -> option.startsWith("-X"))
            .toList();

    private ProcessRun() {}

    /**
     * A child JVM.
     *
     * @param startedMicros when it was started, in microseconds since 1970
     * @param endedMicros when it ended, in microseconds since 1970
     * @param output the file with its output, since a full pipe would block it
     */
    private record Child(Process process, long startedMicros, CompletableFuture<Long> endedMicros, Path output) {
        static Child start(List<String> command, Path output) throws IOException {
            long startedMicros = WorkerMain.epochMicros(Instant.now());
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new Child(
                    process,
                    startedMicros,
                    process.onExit().thenApply(ended -> WorkerMain.epochMicros(Instant.now())),
                    output);
        }

        /** Waits for a limited time, since a process in a frozen control group cannot be killed. */
        void kill() {
            process.destroyForcibly()
                    .onExit()
                    .completeOnTimeout(process, KILL_SECONDS, TimeUnit.SECONDS)
                    .join();
        }
    }

    /**
     * Does the work.
     *
     * @throws IOException when a child does not start, fails or takes far too long; with the first line of its output
     * @throws InterruptedException when the calling thread is interrupted; all children have ended then
     */
    public static Timing run(WorkAssignment assignment) throws IOException, InterruptedException {
        long start = System.nanoTime();
        List<Child> children = new ArrayList<>();
        try {
            for (int worker = 0; worker < assignment.workers(); worker++) {
                Path output = assignment.directory().resolve("output-" + worker);
                children.add(Child.start(command(assignment, worker), output));
            }
            await(children, MAX_START.plus(assignment.perItem().multipliedBy(assignment.total())));
            long nanos = System.nanoTime() - start;
            List<Timing.Worker> workers = new ArrayList<>();
            for (Child child : children) {
                workers.add(times(child));
            }
            return Timing.of(nanos, workers);
        } finally {
            children.forEach(Child::kill);
        }
    }

    private static void await(List<Child> children, Duration limit) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        for (Child child : children) {
            if (!child.process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new IOException("a child JVM did not end within " + limit.toSeconds() + " s");
            }
        }
    }

    private static List<String> command(WorkAssignment assignment, int worker) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options(assignment.jvmArguments()));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), WorkerMain.class.getName()));
        command.addAll(assignment.childArguments(worker));
        return command;
    }

    /** Returns the options of the child JVMs: those of this JVM, and the user's arguments. */
    public static List<String> options(List<String> jvmArguments) {
        return Stream.concat(JVM_OPTIONS.stream(), jvmArguments.stream()).toList();
    }

    private static Timing.Worker times(Child child) throws IOException {
        String output = new String(Files.readAllBytes(child.output), StandardCharsets.UTF_8);
        Matcher report = REPORT.matcher(output);
        if (child.process.exitValue() != 0 || !report.find()) {
            throw new IOException("a child JVM ended with exit code " + child.process.exitValue() + ": "
                    + output.lines().filter(line -> !line.isBlank()).findFirst().orElse("it printed nothing"));
        }
        long begun = Long.parseLong(report.group(1));
        long workNanos = Long.parseLong(report.group(2));
        long stopMicros = child.endedMicros.join() - begun - workNanos / 1_000;
        // The clock may be set back between two readings.
        return new Timing.Worker(
                Math.max(0, begun - child.startedMicros) * 1_000, workNanos, Math.max(0, stopMicros) * 1_000);
    }
}
