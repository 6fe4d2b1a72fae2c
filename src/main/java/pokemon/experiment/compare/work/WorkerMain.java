package pokemon.experiment.compare.work;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import pokemon.download.ImageSource;

/** The main class of a child JVM, which does the work of one worker and reports two times on standard output. */
final class WorkerMain {
    private WorkerMain() {}

    /**
     * Does the items; a failure ends the JVM with a stack trace and exit code 1.
     *
     * @param args workload, source, directory, worker, number of items
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        long begun = epochMicros(Instant.now());
        long start = System.nanoTime();
        int worker = Integer.parseInt(args[3]);
        int items = Integer.parseInt(args[4]);
        try (Work work =
                WorkAssignment.work(Workload.valueOf(args[0]), new ImageSource(args[1]), Path.of(args[2]), false)) {
            for (int item = 0; item < items; item++) {
                work.item(worker, item);
            }
            report(begun, System.nanoTime() - start);
        }
    }

    private static void report(long begunMicros, long nanos) throws IOException {
        // On its own line, even after other output of the JVM.
        String line = "\nbegun " + begunMicros + " nanos " + nanos + "\n";
        // The pipe to the parent.
        new FileOutputStream(FileDescriptor.out).write(line.getBytes(StandardCharsets.US_ASCII));
    }

    static long epochMicros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
