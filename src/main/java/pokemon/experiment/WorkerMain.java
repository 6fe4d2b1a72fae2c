package pokemon.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import pokemon.download.ImageSource;

/** The main class of a child JVM that does one worker's part of a job and reports two times on standard output. */
final class WorkerMain {
    private WorkerMain() {}

    /**
     * Does the items; whatever goes wrong ends the JVM with a stack trace and exit code 1.
     *
     * @param args workload, source, directory, worker, number of items
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        long begun = epochMicros(Instant.now());
        long start = System.nanoTime();
        int worker = Integer.parseInt(args[3]);
        int items = Integer.parseInt(args[4]);
        try (Work work = Job.work(Workload.valueOf(args[0]), new ImageSource(args[1]), Path.of(args[2]), false)) {
            for (int item = 0; item < items; item++) {
                work.item(worker, item);
            }
            report(begun, System.nanoTime() - start);
        }
    }

    @SuppressWarnings("SystemOut") // It is the pipe to the parent.
    private static void report(long begunMicros, long nanos) {
        System.out.println("begun " + begunMicros + " nanos " + nanos);
        System.out.flush();
    }

    static long epochMicros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
