package pokemon.faults.rows.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pokemon.faults.rows.Row;
import pokemon.faults.rows.RowTest;
import pokemon.schedule.run.WorkerKind;

/** Many runs in one JVM, as in experiments. */
final class ManyRunsIT extends RowTest {
    /** What a JVM holds. */
    private record Holdings(int threads, int files, int children) {
        static Holdings now() throws IOException {
            int threads = (int) Thread.getAllStackTraces().keySet().stream()
                    // These stay a minute for the next child, and for the next connection.
                    .filter(thread -> !thread.getName().equals("process reaper"))
                    .filter(thread -> !thread.getName().startsWith("fault-server"))
                    .count();
            try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
                return new Holdings(threads, (int) open.count(), (int)
                        ProcessHandle.current().descendants().count());
            }
        }
    }

    @Row(37)
    @ParameterizedTest
    @CsvSource({"THREADS, 100", "PROCESSES, 6"})
    void aHundredRunsHoldNoMoreThanTheFirst(WorkerKind kind, int runs) throws IOException {
        serve(1, 6);
        run(kind);
        run(kind);
        Holdings first = Holdings.now();
        for (int i = 0; i < runs; i++) {
            run(kind);
        }
        Holdings last = Holdings.now();
        assertEquals(first.children(), last.children());
        assertTrue(last.threads() <= first.threads() + 3, () -> first + " became " + last);
        assertTrue(last.files() <= first.files() + 8, () -> first + " became " + last);
    }

    private void run(WorkerKind kind) throws IOException {
        tool(kind).ids(1, 6).run().assertExit(0).assertSaved(1, 2, 3, 4, 5, 6);
    }
}
