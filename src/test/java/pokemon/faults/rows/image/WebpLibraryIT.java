package pokemon.faults.rows.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import pokemon.faults.Misbehaviours;
import pokemon.faults.rows.Row;
import pokemon.faults.rows.RowTest;
import pokemon.faults.rows.ThreadsAndProcesses;
import pokemon.launch.Listing;
import pokemon.launch.Run;
import pokemon.launch.Tool;
import pokemon.png.convert.FormatSamples;
import pokemon.schedule.run.WorkerKind;

/** WebP images are read by a library that is first copied out of the program's jar. */
final class WebpLibraryIT extends RowTest {
    private Run run(WorkerKind kind, Path temporary) throws Exception {
        server.forId(1, Misbehaviours.ok(FormatSamples.LOSSY_WEBP));
        server.forId(2, Misbehaviours.ok(FormatSamples.LOSSY_WEBP));
        serve(3, 4);
        Tool tool = tool(kind).ids(1, 4).environment("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        return launch(tool);
    }

    @Row(77)
    @ThreadsAndProcesses
    void nothingOfItIsLeftBehind(WorkerKind kind) throws Exception {
        Path temporary = Files.createDirectory(scratch.resolve("temporary"));
        run(kind, temporary).assertExit(0).assertSaved(1, 2, 3, 4);
        assertEquals(List.of(), Listing.names(temporary));
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
