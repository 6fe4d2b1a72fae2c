package pokemon.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pokemon.faults.rows.Row;
import pokemon.launch.Listing;
import pokemon.launch.ToolProcess;

final class OutputFileIT {
    @TempDir
    private Path directory;

    /** Writes a part of a file, says so and goes no further. */
    static final class HalfWritten {
        private HalfWritten() {}

        /** Takes the name of the file. */
        public static void main(String[] args) throws Exception {
            new OutputFile(Path.of(args[0])).write(out -> {
                out.write(new byte[10_000]);
                System.out.println("half");
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
        }
    }

    @Row(40)
    @Test
    @Timeout(60)
    void aSignalInTheMiddleLeavesTheOldFileAndNothingElse() throws Exception {
        Path report = Files.writeString(directory.resolve("report.json"), "old");
        List<String> command = ToolProcess.java(HalfWritten.class);
        command.add(report.toString());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertEquals("half", process.inputReader().readLine());
        process.destroy();
        assertEquals(143, process.waitFor());
        assertEquals("old", Files.readString(report));
        assertEquals(List.of("report.json"), Listing.names(directory));
    }
}
