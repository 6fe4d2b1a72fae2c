package pokemon.faults.rows.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import pokemon.faults.Misbehaviours;
import pokemon.faults.rows.Row;
import pokemon.faults.rows.RowTest;
import pokemon.faults.rows.ThreadsAndProcesses;
import pokemon.launch.Run;
import pokemon.launch.Tool;
import pokemon.schedule.run.WorkerKind;

/** WebP images are read by a library that is first copied out of the program's jar. */
final class WebpLibraryIT extends RowTest {
    /** Generated: 16x16 pixels in quarters of four colours. */
    private static final byte[] WEBP = Base64.getDecoder()
            .decode("UklGRj4AAABXRUJQVlA4IDIAAACwAQCdASoQABAAAsBMJaACdLcAAdgAAP7pnf/4fv7y/4K/+Lf63/rE3/7aH/z0daAAAA==");

    private Run run(WorkerKind kind, Path temporary) throws Exception {
        server.forId(1, Misbehaviours.ok(WEBP));
        server.forId(2, Misbehaviours.ok(WEBP));
        serve(3, 4);
        Tool tool = tool(kind).ids(1, 4).environment("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        return launch(tool);
    }

    @Row(77)
    @ThreadsAndProcesses
    void nothingOfItIsLeftBehind(WorkerKind kind) throws Exception {
        Path temporary = Files.createDirectory(scratch.resolve("temporary"));
        run(kind, temporary).assertExit(0).assertSaved(1, 2, 3, 4);
        assertEquals(List.of(), files(temporary));
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    @Row(77)
    @ThreadsAndProcesses
    void withoutAPlaceForItOnlyTheseImagesFail(WorkerKind kind) throws Exception {
        Run run = run(kind, scratch.resolve("nowhere")).assertExit(1).assertSaved(3, 4);
        for (int id = 1; id <= 2; id++) {
            run.assertFailed(id, 1, "this Java cannot load what the image needs: ");
        }
        run.assertNoStackTrace();
    }
}
