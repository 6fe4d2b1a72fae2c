package pokemon.faults.rows.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import pokemon.faults.Misbehaviours;
import pokemon.faults.rows.Row;
import pokemon.faults.rows.RowTest;
import pokemon.faults.rows.ThreadsAndProcesses;
import pokemon.launch.Run;
import pokemon.schedule.run.WorkerKind;

/** Images that are links to files of a store. */
final class LinkedImagesIT extends RowTest {
    private Path link(int id, byte[] content) throws IOException {
        Path images = Files.createDirectories(scratch.resolve("images"));
        Path stored = Files.write(scratch.resolve("stored" + id), content);
        return Files.createSymbolicLink(images.resolve("00" + id + ".png"), stored);
    }

    @Row(57)
    @ThreadsAndProcesses
    void resumeSkipsALinkToACompleteImageAndReplacesOthers(WorkerKind kind) throws IOException {
        serve(1, 3);
        Path whole = link(1, png(1));
        Path damaged = link(2, new byte[20]);
        Path images = scratch.resolve("images");
        Files.createSymbolicLink(images.resolve("003.png"), scratch.resolve("nowhere"));
        Run run = tool(kind).ids(1, 3).beside("001.png").with("--resume").run().assertExit(0);
        assertEquals(1, run.total("skipped"));
        assertTrue(Files.isSymbolicLink(whole));
        assertFalse(Files.isSymbolicLink(damaged));
        assertFalse(Files.isSymbolicLink(images.resolve("003.png")));
        assertEquals(20, Files.size(scratch.resolve("stored2")), "what the link points to stays");
        assertEquals(0, server.requests(1));
    }

    @Row(57)
    @ThreadsAndProcesses
    void updateAsksForChangesSinceALinkedImageWasSaved(WorkerKind kind) throws IOException {
        server.always(Misbehaviours.notModifiedUnasked304());
        Path whole = link(1, png(1));
        Run run = tool(kind).beside("001.png").with("--update").run().assertExit(0);
        assertEquals(1, run.total("skipped"));
        assertTrue(Files.isSymbolicLink(whole));
        assertFalse(server.requestsSeen().get(0).header("If-Modified-Since").isEmpty());
    }
}
