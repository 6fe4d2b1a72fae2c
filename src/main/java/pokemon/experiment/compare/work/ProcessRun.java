package pokemon.experiment.compare.work;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Does a job with a child JVM for each worker, started for the job with this JVM's own Java, options and class path.
 */
public final class ProcessRun {
    private static final Pattern REPORT = Pattern.compile("begun ([0-9]+) nanos ([0-9]+)");

    // The same compiler and collector as here: otherwise it would be options that are compared, not processes.
    private static final List<String> JVM_OPTIONS = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(option -> option.startsWith("-X"))
            .toList();

    private ProcessRun() {}

    /**
     * A child that was started.
     *
     * @param orderedMicros when, in microseconds since 1970
     * @param endedMicros will tell when it ended
     */
    private record Child(Process process, long orderedMicros, CompletableFuture<Long> endedMicros) {
        static Child of(Process process, long orderedMicros) {
            return new Child(
                    process, orderedMicros, process.onExit().thenApply(ended -> WorkerMain.epochMicros(Instant.now())));
        }
    }

    /**
     * Does a job.
     *
     * @throws IOException when a child does not start or fails, with the first line that it printed
     * @throws InterruptedException when the calling thread is interrupted; then no child goes on
     */
    public static Measured run(Job job) throws IOException, InterruptedException {
        long start = System.nanoTime();
        List<Child> children = new ArrayList<>();
        try {
            for (int worker = 0; worker < job.workers(); worker++) {
                long ordered = WorkerMain.epochMicros(Instant.now());
                Process process = new ProcessBuilder(line(job, worker))
                        .redirectErrorStream(true)
                        .start();
                children.add(Child.of(process, ordered));
            }
            for (Child child : children) {
                child.process.waitFor();
            }
            long nanos = System.nanoTime() - start;
            List<Measured.Worker> workers = new ArrayList<>();
            for (Child child : children) {
                workers.add(times(child));
            }
            return Measured.of(nanos, workers);
        } finally {
            children.forEach(child -> child.process.destroyForcibly().onExit().join());
        }
    }

    private static List<String> line(Job job, int worker) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(JVM_OPTIONS);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), WorkerMain.class.getName()));
        line.addAll(job.childArguments(worker));
        return line;
    }

    /** Reads what an ended child printed: two lines at most, unless it failed. */
    private static Measured.Worker times(Child child) throws IOException {
        String printed = new String(child.process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher report = REPORT.matcher(printed);
        if (child.process.exitValue() != 0 || !report.find()) {
            throw new IOException("a child JVM ended with exit code " + child.process.exitValue() + ": "
                    + printed.lines().findFirst().orElse("it printed nothing"));
        }
        long begun = Long.parseLong(report.group(1));
        long workNanos = Long.parseLong(report.group(2));
        long stopMicros = child.endedMicros.join() - begun - workNanos / 1_000;
        // The clock may be set back between two readings.
        return new Measured.Worker(
                Math.max(0, begun - child.orderedMicros) * 1_000, workNanos, Math.max(0, stopMicros) * 1_000);
    }
}
