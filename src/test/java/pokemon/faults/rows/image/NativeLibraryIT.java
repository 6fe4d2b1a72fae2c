package pokemon.faults.rows.image;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import pokemon.faults.Misbehaviours;
import pokemon.faults.rows.Row;
import pokemon.faults.rows.RowTest;
import pokemon.faults.rows.ThreadsAndProcesses;
import pokemon.launch.Run;
import pokemon.launch.Tool;
import pokemon.launch.ToolProcess;
import pokemon.png.TestImages;
import pokemon.schedule.run.WorkerKind;

/** A Java that cannot load its JPEG library. */
@EnabledOnOs(OS.LINUX)
final class NativeLibraryIT extends RowTest {
    private static final Path JAVA = Path.of(System.getProperty("java.home"));

    private Path javaWithoutJpeg() throws IOException {
        Path home = scratch.resolve("java");
        List<Path> sources;
        try (Stream<Path> files = Files.walk(JAVA, FileVisitOption.FOLLOW_LINKS)) {
            sources = files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(JAVA.resolve("jmods")))
                    .filter(file -> !file.endsWith("src.zip") && !file.endsWith("libjavajpeg.so"))
                    .toList();
        }
        for (Path source : sources) {
            Path target = home.resolve(JAVA.relativize(source).toString());
            Files.createDirectories(target.getParent());
            Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
        return home;
    }

    @Row(76)
    @ThreadsAndProcesses
    void anImageThatNeedsItFailsAndTheOthersAreSaved(WorkerKind kind) throws Exception {
        server.forId(1, Misbehaviours.ok(TestImages.jpeg(9, 9, 1)));
        server.forId(2, Misbehaviours.ok(TestImages.jpeg(9, 9, 2)));
        serve(3, 6);
        Tool tool = tool(kind).ids(1, 6);
        List<String> command = new ArrayList<>(PROGRAM);
        command.set(0, javaWithoutJpeg() + "/bin/java");
        command.addAll(tool.arguments());
        try (ToolProcess process = tool.start(command)) {
            Run run = process.finish().assertExit(1).assertSaved(3, 4, 5, 6);
            for (int id = 1; id <= 2; id++) {
                run.assertFailed(id, 1, "this Java cannot load what the image needs: ");
            }
            run.assertNoStackTrace();
            assertTrue(run.err().size() <= 3, () -> run.err().toString());
        }
    }
}
