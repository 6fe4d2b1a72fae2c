package pokemon.faults.rows.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pokemon.faults.rows.Row;
import pokemon.faults.rows.RowTest;
import pokemon.faults.rows.ThreadsAndProcesses;
import pokemon.launch.Invocation;
import pokemon.launch.Run;
import pokemon.schedule.run.WorkerKind;

/** Image files that are larger than memory. */
final class HugeImagesIT extends RowTest {
    private static final String DAMAGE = "the file is too large for an image: 5368709120 bytes";

    private Path images;

    @BeforeEach
    void makeImages() throws IOException {
        images = Files.createDirectory(scratch.resolve("images"));
        Files.write(images.resolve("001.png"), png(1));
        try (RandomAccessFile file =
                new RandomAccessFile(images.resolve("002.png").toFile(), "rw")) {
            // A hole takes no room.
            file.setLength(5L << 30);
        }
    }

    @Row(44)
    @Test
    void areDamagedForStatistics() {
        String out = Invocation.line("stats --range 1-2", images).assertExit(1).out();
        assertTrue(out.contains("2 1 5368.7"), out);
        assertTrue(out.contains(DAMAGE), out);
    }

    @Row(44)
    @Test
    void areDamagedInAGallery() throws IOException {
        Path page = scratch.resolve("page.html");
        String out = Invocation.ok("gallery --quiet --out", page, images).out();
        assertTrue(out.contains("2 images, 1 damaged, 0 missing"), out);
        assertTrue(Files.readString(page).contains(DAMAGE));
    }

    @Row(44)
    @ThreadsAndProcesses
    void areDownloadedAnewByAResumedRun(WorkerKind kind) throws IOException {
        serve(1, 2);
        Run run = tool(kind).ids(1, 2).with("--resume").run().assertExit(0).assertSaved(2);
        assertEquals(1, run.total("skipped"));
    }
}
