package pokemon.experiment.compare.work;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Does a job with a child JVM for each worker, started for the job with this JVM's own Java, options and class path.
 */
public final class ProcessRun {
    /** For the start and the end of children, however many there are for a processor. */
    private static final Duration START = Duration.ofMinutes(2);

    private static final long KILL_SECONDS = 10;

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
     * @param output will tell what it printed
     */
    private record Child(Process process, long orderedMicros, CompletableFuture<Long> endedMicros, ChildOutput output) {
        static Child of(Process process, long orderedMicros) {
            return new Child(
                    process,
                    orderedMicros,
                    process.onExit().thenApply(ended -> WorkerMain.epochMicros(Instant.now())),
                    ChildOutput.of(process));
        }

        /** Bounded, for nothing ends a process that its control group froze. */
        void kill() {
            process.destroyForcibly()
                    .onExit()
                    .completeOnTimeout(process, KILL_SECONDS, TimeUnit.SECONDS)
                    .join();
        }
    }

    /**
     * Does a job.
     *
     * @throws IOException when a child does not start, fails or takes far too long, with the first line that it printed
     * @throws InterruptedException when the calling thread is interrupted; then no child goes on
     */
    public static Timing run(WorkAssignment job) throws IOException, InterruptedException {
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
            await(children, START.plus(job.perItem().multipliedBy(job.total())));
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

    private static List<String> line(WorkAssignment job, int worker) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(JVM_OPTIONS);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), WorkerMain.class.getName()));
        line.addAll(job.childArguments(worker));
        return line;
    }

    private static Timing.Worker times(Child child) throws IOException, InterruptedException {
        ChildOutput.Printed printed = child.output.printed();
        if (child.process.exitValue() != 0 || printed.report().isEmpty()) {
            throw new IOException("a child JVM ended with exit code " + child.process.exitValue() + ": "
                    + printed.firstLine().orElse("it printed nothing"));
        }
        long begun = Long.parseLong(printed.report().get().group(1));
        long workNanos = Long.parseLong(printed.report().get().group(2));
        long stopMicros = child.endedMicros.join() - begun - workNanos / 1_000;
        // The clock may be set back between two readings.
        return new Timing.Worker(
                Math.max(0, begun - child.orderedMicros) * 1_000, workNanos, Math.max(0, stopMicros) * 1_000);
    }
}
